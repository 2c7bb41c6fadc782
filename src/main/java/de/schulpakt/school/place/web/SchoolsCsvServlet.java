package de.schulpakt.school.place.web;

import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.SchoolTable;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** The filtered schools, to take away. */
@WebServlet("/school/schools.csv")
public class SchoolsCsvServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = language.getLocale();
        SchoolQueries.Filter filter = SchoolsPage.filter(request.getParameter("text"), Params.number(request.getParameter("authority")),
                request.getParameter("type"), request.getParameter("city"));
        try {
            schools.list(filter, PageRequest.of(1, 1, null));
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, locale).orElseThrow(() -> failure);
            response.sendError(why.status());
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=schools.csv");
        SchoolTable.write(response.getOutputStream(), schools, filter, locale);
    }
}
