package de.schulpakt.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Encoding and security headers of every answer; keeps the language that was chosen by {@code ?lang=}. */
@WebFilter(filterName = "page", urlPatterns = "/*", asyncSupported = true)
public class PageFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setCharacterEncoding("UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                + " script-src 'self' 'unsafe-inline' 'unsafe-eval'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'");
        String chosen = request.getParameter(Language.NAME);
        if ("de".equals(chosen) || "en".equals(chosen)) {
            Cookie cookie = new Cookie(Language.NAME, chosen);
            cookie.setPath("/");
            cookie.setMaxAge(YEAR_SECONDS);
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
        if (request.getRequestURI().endsWith(".xhtml") || "/".equals(request.getServletPath())) {
            response.setHeader("Cache-Control", "no-store");
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
