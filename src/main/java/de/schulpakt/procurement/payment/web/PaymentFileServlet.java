package de.schulpakt.procurement.payment.web;

import de.schulpakt.platform.web.FileServlet;
import de.schulpakt.procurement.payment.PaymentFiles;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** {@code GET /procurement/payment-file?id=7}: list 7 as pain.001; with {@code &table} as the table of its treasury. */
@WebServlet("/procurement/payment-file")
public class PaymentFileServlet extends FileServlet {
    private static final long serialVersionUID = 1L;
    @Inject
    transient PaymentFiles files;

    @Override
    protected Made made(long id, HttpServletRequest request, Locale locale) {
        PaymentFiles.Made made = request.getParameter("table") == null ? files.pain(id) : files.table(id);
        return new Made(made.name(), made.mediaType(), made.bytes());
    }
}
