package de.schulpakt.procurement.order;

import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Percent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sheet with which an order goes to its supplier: what, at which price, and to which school; with the number for the invoice. */
@ApplicationScoped
class OrderSheet implements Printable {
    @PersistenceContext
    EntityManager em;
    @Inject
    OrderQueries orders;

    /** Where goods are to be delivered. */
    private record Place(Long id, String name, String street, String postcode, String city, String phone) {
    }

    @Override
    public String name() {
        return "order-sheet";
    }

    @Override
    public String subject() {
        return "PurchaseOrder";
    }

    @Override
    public String kept() {
        return "ORDER_SHEET";
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        OrderQueries.View order = orders.view(id);
        Sheet sheet = Sheet.of(name(), locale, order.no()).titled("print.order.title", order.no())
                .from(order.authorityId(), order.authority()).to(order.supplier(), order.supplierEmail()).withLeitwegId();
        sheet.fact("print.order.no", order.no())
                .fact("orders.ordered", sheet.date(order.orderedOn()))
                .fact("orders.expected", sheet.date(order.expectedOn()))
                .fact("orders.award", order.awardReference())
                .fact("order.authority", order.authority())
                .fact("print.order.by", order.timeline().stream().reduce((newer, older) -> older).map(HistoryEntry::actor).orElse(null));
        // pieces that were given up are not ordered any more
        List<OrderQueries.View.Line> ordered = order.lines().stream().filter(line -> pieces(line) > 0).toList();
        Map<Long, List<OrderQueries.View.Line>> bySchool = ordered.stream()
                .collect(Collectors.groupingBy(OrderQueries.View.Line::schoolId, LinkedHashMap::new, Collectors.toList()));
        Map<Long, Place> places = places(bySchool.keySet().stream().toList());
        bySchool.forEach((school, lines) -> lines(sheet, places.get(school), lines));
        long gross = order.totalCents();
        long net = order.netCents();
        sheet.table("print.order.sums", sheet.column("print.order.sum", 70), sheet.number("print.eur", 30))
                .row(sheet.text("print.order.net"), sheet.amount(net))
                .row(sheet.text("print.order.vat"), sheet.amount(gross - net))
                .foot(sheet.text("print.order.gross"), sheet.amount(gross));
        return sheet;
    }

    private static int pieces(OrderQueries.View.Line line) {
        return line.quantity() - line.cancelled();
    }

    private static void lines(Sheet sheet, Place place, List<OrderQueries.View.Line> lines) {
        sheet.heading("print.order.to_school", place.name());
        sheet.fact("print.order.address", Sheet.lines(place.name(), place.street(), Sheet.joined(place.postcode(), place.city())))
                .fact("print.order.phone", place.phone());
        sheet.table("print.order.lines", sheet.column("print.line", 6), sheet.column("request.article", 38), sheet.column("print.order.room", 20),
                sheet.number("request.quantity", 9), sheet.number("print.order.unit", 13), sheet.number("print.order.line_sum", 14));
        for (OrderQueries.View.Line line : lines) {
            sheet.row(String.valueOf(line.lineNo()), Sheet.lines(line.article(), Sheet.joined(line.maker(), line.model()),
                            sheet.text("print.order.rate", new Percent(line.vatBp()))), Sheet.lines(line.room(), line.building()),
                    String.valueOf(pieces(line)), sheet.amount(line.priceCents()), sheet.amount(line.sumCents()));
        }
        sheet.foot("", sheet.text("request.total"), "", String.valueOf(lines.stream().mapToInt(OrderSheet::pieces).sum()), "",
                sheet.amount(lines.stream().mapToLong(OrderQueries.View.Line::sumCents).sum()));
    }

    private Map<Long, Place> places(List<Long> schools) {
        return schools.isEmpty() ? Map.of() : Ask.of(em, Place.class, """
                select s.id as id, s.name as name, s.street as street, s.postcode as postcode, s.city as city, s.phone as phone
                from School s where s.id in :schools""").set("schools", schools).list().stream()
                .collect(Collectors.toMap(Place::id, Function.identity()));
    }
}
