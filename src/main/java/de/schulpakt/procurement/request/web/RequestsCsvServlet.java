package de.schulpakt.procurement.request.web;

import de.schulpakt.exchange.CsvOut;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Money;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Texts;
import de.schulpakt.platform.web.Language;
import de.schulpakt.procurement.request.RequestQueries;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The filtered list of requests as CSV, at most 10,000 rows; same parameters as the page. */
@WebServlet("/procurement/requests.csv")
public class RequestsCsvServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int PAGES = 50;
    private static final int SIZE = 200;
    private static final List<String> COLUMNS = List.of("requests.no", "requests.request", "requests.school", "requests.state",
            "requests.submitted", "requests.pieces", "requests.ordered", "requests.delivered", "requests.total");
    @Inject
    transient RequestQueries queries;
    @Inject
    transient Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = language.getLocale();
        RequestQueries.Filter filter = RequestsPage.filter(request::getParameter);
        List<List<Object>> rows = IntStream.rangeClosed(1, PAGES)
                .mapToObj(page -> queries.list(filter, new PageRequest(page, SIZE, request.getParameter("sort"))).rows())
                .takeWhile(part -> !part.isEmpty()).flatMap(List::stream).map(r -> cells(r, locale)).toList();
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=requests.csv");
        response.setHeader("Cache-Control", "no-store");
        CsvOut.write(response.getOutputStream(), COLUMNS.stream().map(key -> Texts.get(locale, key)).toList(), rows);
    }

    private static List<Object> cells(RequestQueries.Row r, Locale locale) {
        return CsvOut.row(r.no(), r.title(), r.school(), Texts.get(locale, r.state()),
                r.submittedAt() == null ? null : Texts.date(locale, Clock.day(r.submittedAt())), r.pieces(), r.ordered(),
                r.delivered(), Money.of(r.totalCents()).amount(locale));
    }
}
