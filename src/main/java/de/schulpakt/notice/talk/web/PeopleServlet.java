package de.schulpakt.notice.talk.web;

import de.schulpakt.notice.talk.CommentQueries;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** People who may be mentioned, for {@code look.js}: {@code GET /notice/people} with subject and beginning of the name. */
@WebServlet("/notice/people")
public class PeopleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient CommentQueries queries;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Long id = Params.number(request.getParameter("id"));
        try {
            JsonArrayBuilder people = Json.createArrayBuilder();
            queries.people(request.getParameter("type"), id == null ? -1 : id, "true".equals(request.getParameter("internal")), request.getParameter("q"))
                    .forEach(person -> people.add(Json.createObjectBuilder().add("login", person.login()).add("name", person.name())));
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write(people.build().toString());
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            response.sendError(why.status(), why.code());
        }
    }
}
