package de.schulpakt.platform.front.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.schulpakt.platform.rest.web.ProblemMapper;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What is answered before a page or a resource has seen the request: problem+json for programs, a page made of nothing but
 * texts for people. The pages of Faces would read parameters, and with them all that somebody has sent.
 */
final class Failures {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AWAY = """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="UTF-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>%s · Schulpakt</title><link rel="stylesheet" href="/jakarta.faces.resource/look.css.xhtml?ln=schulpakt"/>
            <script src="/jakarta.faces.resource/look.js.xhtml?ln=schulpakt"></script></head>
            <body class="out"><main id="content"><div class="gate"><h1>%s</h1><p>%s</p><p>%s</p>
            <p><a class="btn" data-typed="true" href="%s">%s</a></p></div></main></body></html>
            """;
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="UTF-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>%s · Schulpakt</title><link rel="stylesheet" href="/jakarta.faces.resource/look.css.xhtml?ln=schulpakt"/></head>
            <body class="out"><main id="content"><div class="gate"><h1>%s</h1><p>%s</p><p><a class="btn" href="/">%s</a></p></div></main></body></html>
            """;

    private Failures() {
    }

    /** A failure of the API; nothing if an answer is on its way already. */
    static void problem(HttpServletResponse response, HttpServletRequest request, int status) throws IOException {
        problem(response, request, status, "http." + status);
    }

    /** The same with a code that says more than the status. */
    static void problem(HttpServletResponse response, HttpServletRequest request, int status, String code) throws IOException {
        Locale locale = locale(request);
        Explained why = new Explained(status, code, Texts.get(locale, Texts.has(locale, code) ? code : "http.400"), Map.of());
        write(response, request, status, ProblemMapper.PROBLEM.toString(), JSON.writeValueAsBytes(ProblemMapper.body(why, locale)));
    }

    /** A failure of a page; nothing if an answer is on its way already. */
    static void page(HttpServletResponse response, HttpServletRequest request, int status) throws IOException {
        Locale locale = locale(request);
        String title = FailurePage.text(locale, status, "title");
        write(response, request, status, "text/html;charset=UTF-8", PAGE.formatted(locale.getLanguage(), title, title,
                FailurePage.text(locale, status, "text"), Texts.get(locale, "error.home")).getBytes(StandardCharsets.UTF_8));
    }

    /** The page that says that the database is away, and leads back to what was typed, which the tab has kept. */
    static void away(HttpServletResponse response, HttpServletRequest request) throws IOException {
        Locale locale = locale(request);
        String title = Texts.get(locale, "error.away.title");
        String query = request.getQueryString();
        String here = (request.getRequestURI() + (query == null ? "" : "?" + query)).replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        write(response, request, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "text/html;charset=UTF-8", AWAY.formatted(locale.getLanguage(), title, title,
                Texts.get(locale, "error.away.text"), Texts.get(locale, "error.outcome"), here, Texts.get(locale, "error.again"))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpServletResponse response, HttpServletRequest request, int status, String type, byte[] body) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
        response.flushBuffer();
    }

    private static Locale locale(HttpServletRequest request) {
        String wish = String.valueOf(request.getHeader("Accept-Language")).strip().toLowerCase(Locale.ROOT);
        return wish.startsWith("en") ? Locale.UK : Locale.GERMANY;
    }
}
