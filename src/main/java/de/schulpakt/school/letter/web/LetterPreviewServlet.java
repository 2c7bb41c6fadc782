package de.schulpakt.school.letter.web;

import de.schulpakt.paper.print.PrintQueries;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import de.schulpakt.school.letter.LetterQueries;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /school/letter/7}: an example of a paper with version 7, as PDF. */
@WebServlet("/school/letter/*")
public class LetterPreviewServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "default-src 'none'; object-src 'self'; plugin-types application/pdf; style-src 'unsafe-inline'; img-src 'self';"
            + " frame-ancestors 'self'";
    @Inject
    transient LetterQueries letters;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String path = String.valueOf(request.getPathInfo());
            if (!path.matches("/\\d{1,18}")) {
                throw new NotFound("LetterVersion", path);
            }
            byte[] pdf = letters.preview(Long.parseLong(path.substring(1))).bytes();
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Frame-Options", "SAMEORIGIN");
            response.setHeader("Content-Disposition", "inline");
            response.setContentType(PrintQueries.PDF);
            response.setContentLength(pdf.length);
            response.getOutputStream().write(pdf);
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            response.sendError(why.status(), why.code());
        }
    }
}
