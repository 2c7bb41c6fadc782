package de.schulpakt.identity.account.web;

import de.schulpakt.platform.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * The cookie that proves a session to be one's own: 256 random bits, made at each sign-in, of which the session keeps the hash.
 * The server's own session id holds far fewer bits and alone opens nothing.
 */
@ApplicationScoped
public class SessionCookie {
    private static final String HASH = "schulpakt.session.hash";
    private static final String NAME = "schulpakt";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Over TLS the name itself demands of the browser that only this host, over TLS, has set it. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }

    /** A new secret for this session; what another browser holds for it is worth nothing from now on. */
    void begin(HttpServletRequest request, HttpServletResponse response, HttpSession session) {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        session.setAttribute(HASH, Sha256.of(value));
        response.addCookie(cookie(request, value));
    }

    /** True if the request brings the secret of this session. */
    boolean holds(HttpServletRequest request, HttpSession session) {
        if (!(session.getAttribute(HASH) instanceof byte[] kept) || request.getCookies() == null) {
            return false;
        }
        String name = name(request);
        return Arrays.stream(request.getCookies()).filter(cookie -> cookie.getName().equals(name))
                .anyMatch(cookie -> MessageDigest.isEqual(kept, Sha256.of(cookie.getValue())));
    }

    /** The browser forgets the secret. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        Cookie gone = cookie(request, "");
        gone.setMaxAge(0);
        response.addCookie(gone);
    }

    private static Cookie cookie(HttpServletRequest request, String value) {
        Cookie cookie = new Cookie(name(request), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
