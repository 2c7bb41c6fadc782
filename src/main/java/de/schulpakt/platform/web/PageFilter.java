package de.schulpakt.platform.web;

import de.schulpakt.platform.step.Outcome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Keeps the language that was chosen by {@code ?lang=}; an address with an id that nothing can have leads nowhere. */
public class PageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getServletPath().startsWith("/api/")) {
            chain.doFilter(request, response);
            return;
        }
        // who asks is known now; what was stored to know it is not the step that was asked for
        Outcome.forget();
        String chosen = request.getParameter(Language.NAME);
        if ("de".equals(chosen) || "en".equals(chosen)) {
            Language.keep(request, response, chosen);
        }
        String id = request.getParameter("id");
        if (id != null && !id.isEmpty() && !id.matches("\\d{1,18}") && request.getServletPath().endsWith(".xhtml")) {
            // nothing has such an id: without this the page would be drawn of nothing
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        chain.doFilter(request, response);
    }
}
