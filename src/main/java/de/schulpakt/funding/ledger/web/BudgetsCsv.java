package de.schulpakt.funding.ledger.web;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/** The filtered list of budgets as CSV that spreadsheets open as they are: UTF-8 with mark, semicolon, decimal comma. */
@WebServlet("/funding/budgets.csv")
public class BudgetsCsv extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PART = 200;
    @Inject
    transient BudgetQueries queries;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BudgetQueries.Filter filter = new BudgetQueries.Filter(id(request, "programme"), id(request, "authority"), id(request, "application"),
                id(request, "school"), Arrays.stream(Category.values())
                .filter(c -> c.name().equals(request.getParameter("category"))).findFirst().orElse(null));
        Locale locale = language.getLocale();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"budgets.csv\"");
        Writer out = response.getWriter();
        out.write('\ufeff');
        CsvWriter csv = CsvWriter.builder().fieldSeparator("en".equals(locale.getLanguage()) ? ',' : ';').build(out);
        csv.writeRecord(Stream.of("school", "programme", "application", "position", "category", "approved", "reserved", "committed",
                "spent", "free", "periodTo").map(key -> Texts.get(locale, "funding." + key)).toArray(String[]::new));
        Page<BudgetQueries.Row> page;
        int number = 1;
        do {
            page = queries.list(filter, new PageRequest(number++, PART, request.getParameter("sort")));
            page.rows().forEach(row -> csv.writeRecord(cells(row, locale)));
        } while (page.hasNext());
        out.flush();
    }

    private static String[] cells(BudgetQueries.Row r, Locale locale) {
        return new String[] {safe(r.school()), safe(r.programmeCode()), r.applicationNo(), String.valueOf(r.positionNo()),
            Texts.get(locale, r.category()), amount(r.allottedCents(), locale), amount(r.reservedCents(), locale),
            amount(r.committedCents(), locale), amount(r.spentCents(), locale), amount(r.availableCents(), locale),
            r.periodTo() == null ? "" : Texts.date(locale, r.periodTo())};
    }

    private static String amount(Long cents, Locale locale) {
        return Money.of(cents).amount(locale);
    }

    /** A text that begins like a formula is shown and not calculated. */
    private static String safe(String text) {
        return text.matches("(?s)[=+\\-@\\t\\r\\n].*") ? "'" + text : text;
    }

    private static Long id(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value != null && value.matches("\\d{1,18}") ? Long.valueOf(value) : null;
    }
}
