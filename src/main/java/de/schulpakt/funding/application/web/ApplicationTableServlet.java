package de.schulpakt.funding.application.web;

import de.schulpakt.funding.application.ApplicationTable;
import de.schulpakt.platform.web.FileServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/** {@code GET /funding/application-table?id=7}: the data sheet of application 7 as XLSX. */
@WebServlet("/funding/application-table")
public class ApplicationTableServlet extends FileServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient ApplicationTable table;

    @Override
    protected Made made(long id, HttpServletRequest request, Locale locale) throws IOException {
        ApplicationTable.Book book = table.book(id, locale);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.write(book, locale, out);
        return new Made(book.name(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out.toByteArray());
    }
}
