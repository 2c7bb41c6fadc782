package de.schulpakt.procurement.finance.web;

import de.schulpakt.platform.web.FileServlet;
import de.schulpakt.procurement.finance.FinanceFiles;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** {@code GET /procurement/finance-file?id=7}: run 7 as the table of the finance system. */
@WebServlet("/procurement/finance-file")
public class FinanceFileServlet extends FileServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient FinanceFiles files;

    @Override
    protected Made made(long id, HttpServletRequest request, Locale locale) {
        FinanceFiles.Made made = files.table(id);
        return new Made(made.name(), "text/csv;charset=UTF-8", made.bytes());
    }
}
