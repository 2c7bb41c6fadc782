package de.schulpakt.inventory.device.web;

import de.schulpakt.exchange.CsvOut;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.platform.Money;
import de.schulpakt.platform.Texts;
import de.schulpakt.platform.web.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The filtered list of devices as CSV, for the spreadsheet of the stock-taking; same parameters as the page. */
@WebServlet("/inventory/devices.csv")
public class DevicesCsvServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final List<String> COLUMNS = List.of("device.inventory_no", "device.serial", "device.model", "device.kind",
            "device.state", "device.school", "device.building", "device.room", "device.order", "device.funding", "device.price",
            "device.delivered", "device.in_service", "device.binding_end");
    @Inject
    transient DeviceQueries queries;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = language.getLocale();
        List<List<Object>> rows = queries.all(DevicesPage.filter(request::getParameter)).stream().map(d -> cells(d, locale))
                .toList();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=devices.csv");
        response.setHeader("Cache-Control", "no-store");
        CsvOut.write(response.getOutputStream(), COLUMNS.stream().map(key -> Texts.get(locale, key)).toList(), rows);
    }

    private static List<Object> cells(DeviceQueries.Row d, Locale locale) {
        return CsvOut.row(d.inventoryNo(), d.serial(), d.model(), Texts.get(locale, d.kind()), Texts.get(locale, d.state()),
                d.school(), d.building(), d.room(), d.orderNo(), d.fundingLabel(), Money.of(d.priceCents()).amount(locale),
                day(d.deliveredOn(), locale), day(d.inServiceOn(), locale), day(d.bindingEndOn(), locale));
    }

    private static String day(LocalDate day, Locale locale) {
        return day == null ? null : Texts.date(locale, day);
    }
}
