package de.schulpakt.platform.web;

import de.schulpakt.platform.draft.Draft;
import de.schulpakt.platform.draft.Drafts;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Texts;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where {@code look.js} keeps drafts while people type: {@code POST /draft} with the name of the form and its fields,
 * {@code GET /draft?form=} to fill them in again. The answer says in words when it was kept.
 */
@WebServlet("/draft")
public class DraftServlet extends HttpServlet {
    static final String FORM = "draft";
    private static final long serialVersionUID = 1L;
    private static final String DROP = "drop";

    @Inject
    transient Drafts drafts;
    @Inject
    transient Formats formats;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Draft> draft = drafts.find(request.getParameter(FORM));
        JsonObjectBuilder answer = Json.createObjectBuilder();
        draft.ifPresent(d -> {
            JsonObjectBuilder fields = Json.createObjectBuilder();
            d.fields().forEach(fields::add);
            answer.add("fields", fields).add("text", Texts.get(language.getLocale(), "draft.back", formats.instant(d.keptAt())));
        });
        write(response, answer);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String form = request.getParameter(FORM);
        if (request.getParameter(DROP) != null) {
            drafts.drop(form);
            write(response, Json.createObjectBuilder());
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!FORM.equals(name)) {
                fields.put(name, String.join("\n", values));
            }
        });
        try {
            write(response, Json.createObjectBuilder().add("text",
                    Texts.get(language.getLocale(), "draft.kept", formats.time(drafts.keep(form, fields)))));
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            response.setStatus(why.status());
            write(response, Json.createObjectBuilder().add("text", why.detail()));
        }
    }

    private static void write(HttpServletResponse response, JsonObjectBuilder answer) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(answer.build().toString());
    }
}
