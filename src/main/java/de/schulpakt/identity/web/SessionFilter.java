package de.schulpakt.identity.web;

import de.schulpakt.identity.SignIn;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Lets only people who have signed in see pages; the user is read anew for each page, so a dismissed one is out at once. */
public class SessionFilter extends HttpFilter {
    static final String USER = "schulpakt.user";
    private static final long serialVersionUID = 1L;
    private static final Set<String> OPEN = Set.of("/login.xhtml", "/accessibility.xhtml");
    @Inject
    transient SignIn signIn;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // as the container maps it: the address as it was sent may hold /resources/../ before a page
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (path.startsWith("/api/") || path.startsWith("/jakarta.faces.resource/") || path.startsWith("/resources/")
                || path.startsWith("/favicon") || path.startsWith("/health") || path.equals("/openapi")) {
            chain.doFilter(request, response);
            return;
        }
        HttpSession session = request.getSession(false);
        Object user = session == null ? null : session.getAttribute(USER);
        boolean known = user instanceof Long id && signIn.byId(id);
        if (known || OPEN.contains(path)) {
            chain.doFilter(request, response);
        } else if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"/login.xhtml\"/>"
                    + "</partial-response>");
        } else {
            response.sendRedirect("/login.xhtml" + next(request, request.getRequestURI()));
        }
    }

    private static String next(HttpServletRequest request, String path) {
        if ("POST".equals(request.getMethod())) {
            // a form's address lacks the id of its page; the page itself is where the person wants to be again
            String page = request.getHeader("Referer");
            String own = request.getScheme() + "://" + request.getHeader("Host");
            return page != null && page.startsWith(own + "/") ? "?next=" + URLEncoder.encode(page.substring(own.length()), StandardCharsets.UTF_8) : "";
        }
        if ("/".equals(path) || "/index.xhtml".equals(path)) {
            return "";
        }
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return "?next=" + URLEncoder.encode(path + query, StandardCharsets.UTF_8);
    }
}
