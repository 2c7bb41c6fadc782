package de.schulpakt.paper.label.web;

import de.schulpakt.paper.label.LabelJobQueries;
import de.schulpakt.platform.web.FileServlet;
import de.schulpakt.platform.web.Params;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;

/** {@code GET /paper/label-part?id=7&no=2}: the second file of the asker's own labels 7. */
@WebServlet("/paper/label-part")
public class LabelPartServlet extends FileServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient LabelJobQueries queries;

    @Override
    protected Made made(long id, HttpServletRequest request, Locale locale) {
        int no = (int) Math.min(Integer.MAX_VALUE, Objects.requireNonNullElse(Params.number(request.getParameter("no")), 0L));
        return new Made("labels-" + id + "-" + no + ".pdf", "application/pdf", queries.part(id, no));
    }
}
