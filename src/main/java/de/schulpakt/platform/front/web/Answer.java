package de.schulpakt.platform.front.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * An answer with the headers that all of them carry. Redirects name a path and no host; a failure of the API is
 * problem+json, whoever reports it.
 */
final class Answer extends HttpServletResponseWrapper {
    private static final String CACHE = "Cache-Control";
    private static final String POLICY = "Content-Security-Policy";
    private static final String NEVER = "no-store";
    private static final String RETRY_SECONDS = "5";
    private static final String YEAR = "public, max-age=31536000, immutable";
    /** The bytes of files, styles of PrimeFaces in attributes; scripts only from here, PrimeFaces adds the nonce of its own. */
    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
            POLICY, "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; object-src 'none';"
                    + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
    private final HttpServletRequest request;
    private final Place place;
    private final boolean secure;

    Answer(HttpServletRequest request, HttpServletResponse response, Place place, BaseUrl base) {
        super(response);
        this.request = request;
        this.place = place;
        this.secure = base.secure();
        HEADERS.forEach(super::setHeader);
        super.setHeader(CACHE, NEVER);
        if (secure) {
            super.setHeader("Strict-Transport-Security", base.strictTransport());
        }
        // a banner tells which faults to try
        super.setHeader("Server", "Schulpakt");
    }

    /** Whoever sets a cookie: it goes over TLS only, where there is TLS, and to no form of another site. */
    @Override
    public void addCookie(Cookie cookie) {
        cookie.setSecure(secure || cookie.getSecure());
        if (cookie.getAttribute("SameSite") == null) {
            cookie.setAttribute("SameSite", "Lax");
        }
        super.addCookie(cookie);
    }

    @Override
    public void addHeader(String name, String value) {
        setHeader(name, value, true);
    }

    @Override
    public void setHeader(String name, String value) {
        setHeader(name, value, false);
    }

    private void setHeader(String name, String value, boolean add) {
        if (CACHE.equalsIgnoreCase(name)) {
            // what may be kept is decided here alone
            super.setHeader(CACHE, place == Place.FILE && getStatus() < 400 && request.getParameter("v") != null ? YEAR : NEVER);
        } else if (POLICY.equalsIgnoreCase(name)) {
            // two policies would both have to be met, and ours knows no nonce
            super.setHeader(POLICY, value);
        } else if (add && !HEADERS.containsKey(name)) {
            super.addHeader(name, value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void setDateHeader(String name, long date) {
        if (!"Expires".equalsIgnoreCase(name)) {
            super.setDateHeader(name, date);
        }
    }

    @Override
    public void setStatus(int status) {
        super.setStatus(status);
        if (status >= 400) {
            super.setHeader(CACHE, NEVER);
        }
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        String target = location.startsWith("/") ? location : URI.create(request.getRequestURI()).resolve(location).toString();
        resetBuffer();
        setStatus(SC_FOUND);
        super.setHeader("Location", target);
        setContentLength(0);
        flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        sendError(status, null);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        super.setHeader(CACHE, NEVER);
        if (status == SC_SERVICE_UNAVAILABLE) {
            super.setHeader("Retry-After", RETRY_SECONDS);
        }
        if (place == Place.API || place == Place.SERVICE) {
            Failures.problem(this, request, status);
        } else {
            super.sendError(status);
        }
    }
}
