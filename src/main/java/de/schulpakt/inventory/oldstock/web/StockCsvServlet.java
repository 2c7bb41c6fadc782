package de.schulpakt.inventory.oldstock.web;

import de.schulpakt.inventory.oldstock.StockExport;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The devices as a file that the import of the old stock reads. */
@WebServlet("/inventory/stock.csv")
public class StockCsvServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient StockExport export;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] file;
        try {
            file = export.csv(Params.number(request.getParameter("school")));
        } catch (RuntimeException failure) {
            Explained why = Explained.of(failure, language.getLocale()).orElseThrow(() -> failure);
            response.sendError(why.status());
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=stock.csv");
        response.getOutputStream().write(file);
    }
}
