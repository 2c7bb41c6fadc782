package de.schulpakt.exchange.web;

import de.schulpakt.exchange.ImportQueries;
import de.schulpakt.exchange.table.CsvOut;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What an import has found, to take away. */
@WebServlet({"/school/findings.csv", "/exchange/findings.csv"})
public class FindingsCsvServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient ImportQueries imports;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = language.getLocale();
        List<List<Object>> rows;
        try {
            rows = findings(Params.number(request.getParameter("id")), locale);
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, locale).orElseThrow(() -> failure);
            response.sendError(why.status());
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=findings.csv");
        CsvOut.write(response.getOutputStream(), Stream.of("import.csv.line", "import.csv.column", "import.csv.value", "import.csv.kind",
                "import.csv.reason", "import.csv.remedy").map(k -> Texts.get(locale, k)).toList(), rows);
    }

    private List<List<Object>> findings(Long id, Locale locale) {
        return imports.findings(id == null ? -1 : id, locale).stream().map(f -> CsvOut.row(f.line(), f.column(), f.value(),
                Texts.get(locale, f.error() ? "import.error" : "import.warning"), f.reason(), f.remedy())).toList();
    }
}
