package de.schulpakt.paper.web;

import de.schulpakt.paper.PaperQueries;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Opens papers: {@code GET /paper/file/7} as a download, with {@code ?show} as browsers may show it, {@code /paper/preview/7} small. */
@WebServlet({"/paper/file/*", "/paper/preview/*"})
public class PaperServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient PaperQueries papers;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            long id = id(request.getPathInfo());
            if (request.getServletPath().endsWith("preview")) {
                byte[] small = papers.preview(id);
                if (small == null) {
                    throw new NotFound("Preview", id);
                }
                Sending.preview(response, small);
            } else {
                PaperQueries.Content content = papers.content(id);
                Sending.head(response, content, request.getParameter("show") != null);
                papers.copy(content, response.getOutputStream());
            }
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            if (response.isCommitted()) {
                throw failure;
            }
            response.resetBuffer();
            response.sendError(why.status(), why.code());
        }
    }

    private static long id(String path) {
        if (path == null || !path.matches("/\\d{1,18}")) {
            throw new NotFound("Paper", path);
        }
        return Long.parseLong(path.substring(1));
    }
}
