package de.schulpakt.paper.print.web;

import de.schulpakt.paper.print.PrintKeeping;
import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Disposition;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * Printed papers: {@code GET /paper/print/order-sheet/7} is the paper of order 7 as it is now; {@code POST} to the same address keeps it
 * as a file and answers the page that the form names.
 */
@WebServlet("/paper/print/*")
public class PrintServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** A PDF runs nothing of ours, and loads nothing from anywhere. */
    private static final String POLICY = "default-src 'none'; object-src 'self'; plugin-types application/pdf; style-src 'unsafe-inline'; img-src 'self';"
            + " frame-ancestors 'self'";
    @Inject
    transient PrintQueries prints;
    @Inject
    transient PrintKeeping keeping;
    @Inject
    transient Language language;

    /** What an address names. */
    private record Named(String kind, long id) {
        static Named of(String path) {
            if (path == null || !path.matches("/[a-z-]{1,40}/\\d{1,18}")) {
                throw new NotFound("Print", Objects.requireNonNullElse(path, ""));
            }
            String[] parts = path.split("/");
            return new Named(parts[1], Long.parseLong(parts[2]));
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, () -> {
            Named named = Named.of(request.getPathInfo());
            PrintQueries.Printed paper = prints.print(named.kind(), named.id(), Params.number(request.getParameter("authority")), language.getLocale());
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Frame-Options", "SAMEORIGIN");
            response.setHeader("Content-Disposition", Disposition.of("inline", paper.filename()));
            response.setContentType(PrintQueries.PDF);
            response.setContentLength(paper.bytes().length);
            response.getOutputStream().write(paper.bytes());
        });
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, () -> {
            Named named = Named.of(request.getPathInfo());
            keeping.keep(named.kind(), named.id(), language.getLocale());
            response.sendRedirect(page(request.getParameter("page")));
        });
    }

    /** The page of a subject that a form has named, and no other address. */
    static String page(String named) {
        return named != null && named.matches("/[a-z]+/[a-z-]+[.]xhtml[?]id=\\d{1,18}") ? named : "/index.xhtml";
    }

    /** What is written as an answer. */
    private interface Work {
        void run() throws IOException;
    }

    private void answer(HttpServletResponse response, Work work) throws IOException {
        try {
            work.run();
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            response.sendError(why.status(), why.code());
        }
    }
}
