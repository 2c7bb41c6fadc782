package de.schulpakt.identity.account.web;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.account.Accounts;
import de.schulpakt.identity.account.SignIn;
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

/**
 * Lets only people who have signed in see pages; a session that was ended is out at once on this node. Whoever still has a
 * password that somebody else chose sees nothing but the page of the own account, and whoever lacks a second factor that a role
 * demands nothing but the page on which it is set up.
 */
public class SessionFilter extends HttpFilter {
    static final String SESSION = "schulpakt.session";
    /** The only page that this session may open, an attribute of the HTTP session; none: every page. */
    public static final String ONLY = "schulpakt.only";
    /** The page on which a second factor is set up. */
    static final String FACTOR = "/identity/factor.xhtml";
    private static final String ACCOUNT = "/identity/account.xhtml";
    private static final long serialVersionUID = 1L;
    private static final Set<String> OPEN = Set.of("/login.xhtml", "/accessibility.xhtml", "/ask.xhtml", "/help.xhtml", "/imprint.xhtml",
            "/borrowed.xhtml", "/password.xhtml", "/privacy.xhtml", "/report.xhtml", "/signon", "/signon/back", "/signon/left", "/signon/out",
            // the page of the phone holds nobody's data, and the browser keeps it as nobody sees it
            "/phone.xhtml", "/phone-worker.js", "/app.webmanifest");
    @Inject
    transient SignIn signIn;
    @Inject
    transient CurrentUser current;
    @Inject
    transient ClientAddress address;
    @Inject
    transient Accounts accounts;
    @Inject
    transient SessionCookie cookie;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // as the container maps it: the address as it was sent may hold /resources/../ before a page
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (path.startsWith("/api/") || path.startsWith("/jakarta.faces.resource/") || path.startsWith("/resources/")
                || path.startsWith("/favicon") || path.startsWith("/health") || path.startsWith("/calendar/") || path.equals("/openapi")) {
            chain.doFilter(request, response);
            return;
        }
        HttpSession session = request.getSession(false);
        Object held = session == null ? null : session.getAttribute(SESSION);
        boolean known = held instanceof Long id && cookie.holds(request, session) && holds(request, id);
        Object only = !known ? null : current.mustChangePassword() ? ACCOUNT : session.getAttribute(ONLY);
        if (only instanceof String page && !path.equals(page) && !path.equals("/logout") && !OPEN.contains(path)) {
            response.sendRedirect(page);
        } else if (known || OPEN.contains(path)) {
            if (!known) {
                signIn.from(address.of(request));
            }
            // a link in a letter or on another site changes no account
            keepLanguage(request.getParameter("lang"), known && "same-origin".equals(request.getHeader("Sec-Fetch-Site")));
            chain.doFilter(request, response);
        } else if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter().write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\"/login.xhtml"
                    + next(request, path) + "\"/></partial-response>");
        } else if ("application/json".equals(request.getHeader("Accept"))) {
            // a script of a page asks: it tells the person itself
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect("/login.xhtml" + next(request, request.getRequestURI()));
        }
    }

    /** The language that is chosen on a page goes into the account. */
    private void keepLanguage(String chosen, boolean own) {
        if (own && ("de".equals(chosen) || "en".equals(chosen)) && !chosen.equals(current.language())) {
            accounts.look(chosen, null);
        }
    }

    private boolean holds(HttpServletRequest request, Long id) {
        signIn.from(address.of(request));
        return signIn.bySession(id);
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
