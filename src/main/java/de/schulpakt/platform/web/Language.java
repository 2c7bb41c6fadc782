package de.schulpakt.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Collections;
import java.util.Locale;

/**
 * The language of this request: chosen by {@code ?lang=}, else by the cookie that {@link PageFilter} keeps, else by the
 * browser's wish; German unless English is wanted. REST knows only the wish in Accept-Language.
 */
@Named("lang")
@RequestScoped
public class Language implements Serializable {
    /** Name of the parameter and of the cookie. */
    public static final String NAME = "lang";
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

    private String wanted() {
        String asked = request.getParameter(NAME);
        if (asked != null) {
            return asked;
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null && !request.getRequestURI().contains("/api/")) {
            for (Cookie cookie : cookies) {
                if (NAME.equals(cookie.getName())) {
                    return cookie.getValue();
                }
            }
        }
        for (Locale wish : Collections.list(request.getLocales())) {
            if ("de".equals(wish.getLanguage()) || "en".equals(wish.getLanguage())) {
                return request.getHeader("Accept-Language") == null ? "de" : wish.getLanguage();
            }
        }
        return "de";
    }
}
