package de.schulpakt.procurement.depreciation.web;

import de.schulpakt.platform.web.FileServlet;
import de.schulpakt.procurement.depreciation.AssetBookingQueries;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** {@code GET /procurement/depreciation-file?id=7}: run 7 as it was sent; with {@code counter=true} the file that takes it back. */
@WebServlet("/procurement/depreciation-file")
public class AssetBookingFileServlet extends FileServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient AssetBookingQueries queries;

    @Override
    protected Made made(long id, HttpServletRequest request, Locale locale) {
        AssetBookingQueries.Made made = queries.file(id, "true".equals(request.getParameter("counter")));
        return new Made(made.name(), "text/csv;charset=UTF-8", made.bytes());
    }
}
