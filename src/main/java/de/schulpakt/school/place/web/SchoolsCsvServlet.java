package de.schulpakt.school.place.web;

import de.schulpakt.exchange.CsvOut;
import de.schulpakt.platform.Explained;
import de.schulpakt.platform.Texts;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
        List<List<Object>> rows;
        try {
            rows = schools(request, locale);
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, locale).orElseThrow(() -> failure);
            response.sendError(why.status());
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=schools.csv");
        CsvOut.write(response.getOutputStream(), Stream.of("fact.officialNo", "fact.name", "fact.type", "fact.street", "fact.postcode",
                "fact.city", "fact.phone", "fact.pupils", "fact.authority", "fact.state").map(k -> Texts.get(locale, k)).toList(), rows);
    }

    private List<List<Object>> schools(HttpServletRequest request, Locale locale) {
        Long authority = Params.number(request.getParameter("authority"));
        return schools.export(SchoolsPage.filter(request.getParameter("text"), authority, request.getParameter("type"),
                request.getParameter("city"))).stream().map(s -> CsvOut.row(s.officialNo(), s.name(), Texts.get(locale, s.type()),
                        s.street(), s.postcode(), s.city(), s.phone(), s.pupils(), s.authority(), s.stateCode())).toList();
    }
}
