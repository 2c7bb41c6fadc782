package de.schulpakt.school.web;

import de.schulpakt.platform.CsvOut;
import de.schulpakt.platform.Explained;
import de.schulpakt.platform.Texts;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.SchoolImportQueries;
import de.schulpakt.school.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Lists to take away: the filtered schools, and what an import has found. */
@WebServlet({"/school/schools.csv", "/school/findings.csv"})
public class SchoolCsvServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient SchoolImportQueries imports;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = language.getLocale();
        boolean findings = request.getServletPath().endsWith("findings.csv");
        List<List<Object>> rows;
        try {
            rows = findings ? findings(Params.number(request.getParameter("id")), locale) : schools(request, locale);
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, locale).orElseThrow(() -> failure);
            response.sendError(why.status());
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=" + (findings ? "findings.csv" : "schools.csv"));
        CsvOut.write(response.getOutputStream(), findings
                ? names(locale, "school.csv.line", "school.csv.column", "school.csv.value", "school.csv.kind", "school.csv.reason", "school.csv.remedy")
                : names(locale, "fact.officialNo", "fact.name", "fact.type", "fact.street", "fact.postcode", "fact.city", "fact.phone",
                        "fact.pupils", "fact.authority", "fact.state"), rows);
    }

    private List<List<Object>> schools(HttpServletRequest request, Locale locale) {
        Long authority = Params.number(request.getParameter("authority"));
        return schools.export(SchoolsPage.filter(request.getParameter("text"), authority, request.getParameter("type"),
                request.getParameter("city"))).stream().map(s -> CsvOut.row(s.officialNo(), s.name(), Texts.get(locale, s.type()),
                        s.street(), s.postcode(), s.city(), s.phone(), s.pupils(), s.authority(), s.stateCode())).toList();
    }

    private List<List<Object>> findings(Long id, Locale locale) {
        return imports.findings(id == null ? -1 : id, locale).stream().map(f -> CsvOut.row(f.line(), f.column(), f.value(),
                Texts.get(locale, f.error() ? "school.import.error" : "school.import.warning"), f.reason(), f.remedy())).toList();
    }

    private static List<String> names(Locale locale, String... keys) {
        return Stream.of(keys).map(k -> Texts.get(locale, k)).toList();
    }
}
