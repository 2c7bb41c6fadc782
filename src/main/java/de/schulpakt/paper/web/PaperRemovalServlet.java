package de.schulpakt.paper.web;

import de.schulpakt.paper.Papers;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Removes a paper from the page of its subject: {@code POST /paper/remove} with its id and version and the reason; answers the page again. */
@WebServlet("/paper/remove")
public class PaperRemovalServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String NUMBER = "\\d{1,9}";
    @Inject
    transient Papers papers;
    @Inject
    transient Language language;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = String.valueOf(request.getParameter("paper"));
        String version = String.valueOf(request.getParameter("version"));
        if (!id.matches(NUMBER) || !version.matches(NUMBER)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            papers.remove(Long.parseLong(id), new Papers.Remove(Integer.valueOf(version), request.getParameter("why")));
            response.sendRedirect(Sending.page(request.getParameter("page")));
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            response.sendError(why.status(), why.code());
        }
    }
}
