package de.schulpakt.overview.money.web;

import de.schulpakt.exchange.table.CsvOut;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.overview.money.UsageQueries;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The usage table as CSV or XLSX, with the filters of the page in the URL. Amounts in the CSV have
 * the decimals of the language and no thousands separators, which a spreadsheet may take for text.
 */
@WebServlet({"/overview/usage.csv", "/overview/usage.xlsx"})
public class UsageExport extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String AMOUNT = "#,##0.00";
    private static final int AMOUNTS_FROM = 2;
    private static final int WIDE = 42;
    private static final int NARROW = 18;
    @Inject
    transient UsageQueries queries;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<UsageQueries.Row> rows = queries.all(new UsageQueries.Filter(Params.number(request.getParameter("programme")),
                Params.number(request.getParameter("authority")), Params.number(request.getParameter("school")),
                Params.constant(Category.class, String.valueOf(request.getParameter("category"))), request.getParameter("q")));
        boolean csv = request.getServletPath().endsWith(".csv");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + text("usage.file") + (csv ? ".csv\"" : ".xlsx\""));
        response.setHeader("Cache-Control", "no-store");
        if (csv) {
            response.setContentType("text/csv;charset=UTF-8");
            csv(rows, response);
        } else {
            response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            xlsx(rows, response);
        }
    }

    private void csv(List<UsageQueries.Row> rows, HttpServletResponse response) throws IOException {
        CsvOut.write(response.getOutputStream(), heads(), rows.stream().map(row -> CsvOut.row(row.school(),
                Texts.get(language.getLocale(), row.category()), amount(row.allottedCents()), amount(row.reservedCents()),
                amount(row.committedCents()), amount(row.spentCents()), amount(row.freeCents()))).toList());
    }

    private void xlsx(List<UsageQueries.Row> rows, HttpServletResponse response) throws IOException {
        try (Workbook book = new Workbook(response.getOutputStream(), "Schulpakt", "1.0")) {
            Worksheet sheet = book.newWorksheet(text("usage.sheet"));
            List<String> heads = heads();
            for (int c = 0; c < heads.size(); c++) {
                sheet.value(0, c, heads.get(c));
                sheet.style(0, c).bold().set();
                sheet.width(c, c == 0 ? WIDE : NARROW);
            }
            int r = 1;
            for (UsageQueries.Row row : rows) {
                sheet.value(r, 0, row.school());
                sheet.value(r, 1, Texts.get(language.getLocale(), row.category()));
                List<Long> amounts = List.of(row.allottedCents(), row.reservedCents(), row.committedCents(), row.spentCents(),
                        row.freeCents());
                for (int c = 0; c < amounts.size(); c++) {
                    sheet.value(r, AMOUNTS_FROM + c, BigDecimal.valueOf(amounts.get(c), 2));
                    sheet.style(r, AMOUNTS_FROM + c).format(AMOUNT).set();
                }
                r++;
            }
            sheet.freezePane(0, 1);
            sheet.setAutoFilter(0, 0, Math.max(1, r - 1), heads.size() - 1);
        }
    }

    private List<String> heads() {
        return List.of(text("usage.school"), text("usage.category"), text("usage.approved"), text("usage.reserved"),
                text("usage.committed"), text("usage.spent"), text("usage.free"));
    }

    private String amount(long cents) {
        Locale locale = language.getLocale();
        String grouped = Money.of(cents).amount(locale);
        return "en".equals(locale.getLanguage()) ? grouped.replace(",", "") : grouped.replace(".", "");
    }

    private String text(String key) {
        return Texts.get(language.getLocale(), key);
    }
}
