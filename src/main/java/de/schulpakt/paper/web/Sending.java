package de.schulpakt.paper.web;

import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.type.Shown;
import de.schulpakt.platform.web.Disposition;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The heads under which the bytes of papers are sent: never as something that a browser runs. */
final class Sending {
    /** Nothing is loaded, no script, no form, an origin of its own. */
    static final String SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
    /** The viewer of the browser refuses to work in a sandbox; a PDF runs nothing of ours, and loads nothing from anywhere. */
    private static final String PDF = "default-src 'none'; object-src 'self'; plugin-types application/pdf; style-src 'unsafe-inline'; img-src 'self';"
            + " frame-ancestors 'self'";

    private Sending() {
    }

    /** The page of a subject that a form has named, and no other address. */
    static String page(String named) {
        return named != null && named.matches("/[a-z]+/[a-z-]+[.]xhtml[?](id|item)=\\d{1,18}") ? named : "/index.xhtml";
    }

    static void head(HttpServletResponse response, PaperQueries.Content content, boolean show) {
        boolean shown = show && content.shown() != Shown.NONE;
        response.setHeader("Content-Security-Policy", shown && content.shown() == Shown.PDF ? PDF : SANDBOX);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Content-Disposition", Disposition.of(shown ? "inline" : "attachment", content.name()));
        response.setContentType(shown ? content.mediaType() : "application/octet-stream");
        response.setContentLengthLong(content.size());
    }

    static void preview(HttpServletResponse response, byte[] small) throws IOException {
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setHeader("Content-Disposition", "inline");
        response.setContentType("image/jpeg");
        response.setContentLength(small.length);
        response.getOutputStream().write(small);
    }
}
