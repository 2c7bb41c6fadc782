package de.schulpakt.platform.web;

import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** Where {@code look.js} asks what a picker offers while somebody types: {@code GET /choices?of=&within=&q=&chosen=}. */
@WebServlet("/choices")
public class ChoicesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @Any
    transient Instance<ChoiceSource> sources;
    @Inject
    transient Formats formats;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonObjectBuilder answer = Json.createObjectBuilder();
        try {
            Choices found = source(sources, request.getParameter("of")).find(new ChoiceSource.Asked(request.getParameter("within"),
                    request.getParameter("q"), request.getParameter("chosen"), language.getLocale()));
            JsonArrayBuilder rows = Json.createArrayBuilder();
            found.rows().forEach(r -> rows.add(Json.createObjectBuilder().add("id", r.id()).add("label", r.label())));
            answer.add("rows", rows).add("text", says(found, formats, language.getLocale()));
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            response.setStatus(why.status());
            answer.add("text", why.detail());
        }
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(answer.build().toString());
    }

    /** How many of how many are offered; empty if it is all of them. */
    static String says(Choices found, Formats formats, Locale locale) {
        return found.total() == 0 ? Texts.get(locale, "choose.none")
                : !found.more() ? "" : Texts.get(locale, "choose.some", formats.number(found.rows().size()), formats.number(found.total()));
    }

    static ChoiceSource source(Instance<ChoiceSource> sources, String name) {
        return sources.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow(() -> new NotFound("ChoiceSource", name));
    }
}
