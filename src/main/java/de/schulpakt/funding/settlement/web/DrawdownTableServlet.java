package de.schulpakt.funding.settlement.web;

import de.schulpakt.funding.settlement.DrawdownTable;
import de.schulpakt.platform.web.FileServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/** {@code GET /funding/drawdown-table?id=7}: drawdown 7 as XLSX; with {@code csv} its lines as CSV. */
@WebServlet("/funding/drawdown-table")
public class DrawdownTableServlet extends FileServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient DrawdownTable table;

    @Override
    protected Made made(long id, HttpServletRequest request, Locale locale) throws IOException {
        DrawdownTable.Book book = table.book(id, locale);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (request.getParameter("csv") == null) {
            table.xlsx(book, locale, out);
            return new Made(book.name() + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out.toByteArray());
        }
        table.csv(book, locale, out);
        return new Made(book.name() + ".csv", "text/csv;charset=UTF-8", out.toByteArray());
    }
}
