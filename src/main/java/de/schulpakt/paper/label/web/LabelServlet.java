package de.schulpakt.paper.label.web;

import de.schulpakt.paper.label.LabelQueries;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /paper/label?of=devices&format=L7160}: labels as PDF. */
@WebServlet("/paper/label")
public class LabelServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String POLICY = "default-src 'none'; object-src 'self'; plugin-types application/pdf; style-src 'unsafe-inline'; img-src 'self'";
    @Inject
    transient LabelQueries labels;
    @Inject
    transient Language language;

    /** What an address asks for. */
    static Map<String, List<String>> sent(HttpServletRequest request) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
        return sent;
    }

    static void head(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Content-Disposition", "inline; filename=\"labels.pdf\"");
        response.setContentType("application/pdf");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            head(response);
            labels.write(sent(request), false, response.getOutputStream());
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            if (response.isCommitted()) {
                throw failure;
            }
            response.reset();
            response.sendError(why.status(), why.code());
        }
    }
}
