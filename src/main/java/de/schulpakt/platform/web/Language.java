package de.schulpakt.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;

/**
 * The language of this request: chosen by {@code ?lang=}, else by the cookie that {@link PageFilter} keeps, else by the
 * browser's wish; German unless English is wanted. REST knows only the wish in Accept-Language.
 */
@Named("lang")
@RequestScoped
public class Language implements Serializable {
    /** Name of the parameter and, without what TLS puts before it, of the cookie. */
    public static final String NAME = "lang";
    private static final int YEAR_SECONDS = 365 * 24 * 3600;
    @Inject
    HttpServletRequest request;
    private Locale locale;

    /** The locale of texts, amounts and dates. */
    public Locale getLocale() {
        if (locale == null) {
            locale = "en".equals(wanted()) ? Locale.UK : Locale.GERMANY;
        }
        return locale;
    }

    /** {@code de} or {@code en}. */
    public String getCode() {
        return getLocale().getLanguage();
    }

    /** What this browser has chosen before, or null. */
    public static String kept(HttpServletRequest request) {
        String name = name(request);
        return request.getCookies() == null ? null : Arrays.stream(request.getCookies()).filter(cookie -> name.equals(cookie.getName()))
                .map(Cookie::getValue).findFirst().orElse(null);
    }

    /** Lets this browser keep the language for a year. */
    public static void keep(HttpServletRequest request, HttpServletResponse response, String language) {
        Cookie cookie = new Cookie(name(request), language);
        cookie.setPath("/");
        cookie.setMaxAge(YEAR_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** Over TLS the name itself demands of the browser that only this host, over TLS, has set it. */
    private static String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + NAME : NAME;
    }

    private String wanted() {
        String asked = request.getParameter(NAME);
        if (asked != null) {
            return asked;
        }
        String kept = request.getRequestURI().contains("/api/") ? null : kept(request);
        if (kept != null) {
            return kept;
        }
        for (Locale wish : Collections.list(request.getLocales())) {
            if ("de".equals(wish.getLanguage()) || "en".equals(wish.getLanguage())) {
                return request.getHeader("Accept-Language") == null ? "de" : wish.getLanguage();
            }
        }
        return "de";
    }
}
