package de.schulpakt.funding.proof.web;

import de.schulpakt.funding.proof.ProofTable;
import de.schulpakt.platform.web.FileServlet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;

/** {@code GET /funding/proof-table?id=7}: proof 7 as XLSX. */
@WebServlet("/funding/proof-table")
public class ProofTableServlet extends FileServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient ProofTable table;

    @Override
    protected Made made(long id, HttpServletRequest request, Locale locale) throws IOException {
        ProofTable.Book book = table.book(id, locale);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.write(book, locale, out);
        return new Made(book.name(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out.toByteArray());
    }
}
