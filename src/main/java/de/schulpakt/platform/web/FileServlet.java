package de.schulpakt.platform.web;

import de.schulpakt.platform.step.Explained;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/** Sends a file that is made of a subject for who asks; a refusal is answered by its status and code. */
public abstract class FileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Language language;

    /** A file as it is sent. */
    public record Made(String name, String type, byte[] bytes) {
    }

    /**
     * Makes the file; refuses as the use case does.
     *
     * @param id of the subject, 0 where the address names none
     */
    protected abstract Made made(long id, HttpServletRequest request, Locale locale) throws IOException;

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Made made = made(Objects.requireNonNullElse(Params.number(request.getParameter("id")), 0L), request, language.getLocale());
            response.setContentType(made.type());
            response.setHeader("Content-Disposition", Disposition.of("attachment", made.name()));
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(made.bytes().length);
            response.getOutputStream().write(made.bytes());
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            response.sendError(why.status(), why.code());
        }
    }
}
