package de.schulpakt.kit;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.procurement.catalogue.Catalogue;
import de.schulpakt.procurement.invoice.Invoices;
import de.schulpakt.procurement.order.OrderQueries;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.request.RequestQueries;
import de.schulpakt.procurement.request.Requests;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A school with money, a catalogue, a school administrator and a funding officer: what a request, an order and a delivery
 * need. Made through the use cases.
 */
public final class ProcurementGiven {
    private static final AtomicLong NUMBER = new AtomicLong();

    /** The test database. */
    public final Db db;
    /** The authority. */
    public final Long authority;
    /** Its school. */
    public final Long school;
    /** A room of the school. */
    public final Long room;
    /** Login of the school's administrator. */
    public final String admin;
    /** Login of the authority's funding officer. */
    public final String officer;
    /** Login of a second funding officer, who receives what the first one has ordered. */
    public final String receiver;
    /** The supplier of all items. */
    public final Long supplier;

    private ProcurementGiven(Db db, String name) {
        this.db = db;
        authority = SchoolGiven.authority(db, "Träger " + name);
        school = SchoolGiven.school(db, authority, name);
        room = SchoolGiven.room(db, school, "204");
        admin = SchoolGiven.user(db, "admin" + NUMBER.incrementAndGet(), Role.SCHOOL_ADMIN, null, school);
        officer = SchoolGiven.user(db, "officer" + NUMBER.incrementAndGet(), Role.FUNDING_OFFICER, authority, null);
        receiver = SchoolGiven.user(db, "receiver" + NUMBER.incrementAndGet(), Role.FUNDING_OFFICER, authority, null);
        supplier = SchoolGiven.as(db, InventoryGiven.officer(db), () -> db.get(Catalogue.class)
                .createSupplier(new Catalogue.CreateSupplier("Lieferant " + NUMBER.incrementAndGet(), "bestellung@example.org")));
    }

    /** A school with its people and a supplier, still without money. */
    public static ProcurementGiven school(Db db, String name) {
        return new ProcurementGiven(db, name);
    }

    /** Gives the school an approved position, its budget open. Gross cents. */
    public Long budget(Category category, long cents) {
        return FundingGiven.budget(db, authority, school, category, cents);
    }

    /** An item at a gross price in cents with 19 % tax. */
    public Long item(String name, ModelKind kind, Category category, long priceCents) {
        Long model = InventoryGiven.model(db, name + " /" + NUMBER.incrementAndGet(), kind, kind == ModelKind.ACCESS_POINT);
        return SchoolGiven.as(db, InventoryGiven.officer(db), () -> db.get(Catalogue.class).createItem(new Catalogue.CreateItem(model, supplier, name,
                category, priceCents, 1900, "RV-07", null)));
    }

    /** An access point, paid from WLAN. */
    public Long accessPoint(long priceCents) {
        return item("Access Point", ModelKind.ACCESS_POINT, Category.WLAN, priceCents);
    }

    /** A tablet, paid from mobile devices. */
    public Long tablet(long priceCents) {
        return item("Tablet", ModelKind.TABLET, Category.MOBILE_DEVICE, priceCents);
    }

    /** A draft of the school for its room. */
    public Long draft(Long item, int quantity) {
        return draft(List.of(new Requests.Line(item, room, quantity)));
    }

    /** A draft of the school. */
    public Long draft(List<Requests.Line> lines) {
        return SchoolGiven.as(db, admin, () -> db.get(Requests.class)
                .create(new Requests.Create(school, "Ausstattung", "Unterricht", lines)));
    }

    /** A submitted request. */
    public Long submitted(Long item, int quantity) {
        return submit(draft(item, quantity));
    }

    /** Hands a draft in. */
    public Long submit(Long request) {
        SchoolGiven.as(db, admin, () -> {
            db.get(Requests.class).submit(request, new Requests.Submit(version(request), null));
            return null;
        });
        return request;
    }

    /** Approves what is submitted. */
    public Long approve(Long request) {
        SchoolGiven.as(db, officer, () -> {
            db.get(Requests.class).approve(request, new Requests.Approve(version(request), null, null));
            return null;
        });
        return request;
    }

    /** An approved request. */
    public Long approved(Long item, int quantity) {
        return approve(submitted(item, quantity));
    }

    /** Orders all lines of an approved request; needs one supplier for all. */
    public Long order(Long request) {
        return SchoolGiven.as(db, officer, () -> db.get(Orders.class).place(new Orders.Place(supplier,
                request(request).lines().stream().map(RequestQueries.View.Line::id).toList(), null, null)));
    }

    /** Receives pieces of the first line of an order, with delivery note and invoice of the same number. */
    public Long receive(Long order, String note, Long priceCents, String... serials) {
        OrderQueries.View view = orderView(order);
        return receive(view, note, new Invoices.Received(view.lines().get(0).id(), priceCents, List.of(serials)));
    }

    /** Receives lines of an order as it was seen, with delivery note and invoice of the same number. */
    public Long receive(OrderQueries.View seen, String note, Invoices.Received... lines) {
        return SchoolGiven.as(db, receiver, () -> db.get(Invoices.class).receive(seen.id(), new Invoices.Receive(seen.version(),
                "L-" + note, today(), "R-" + note, today(), List.of(lines))));
    }

    /** The request as the officer sees it. */
    public RequestQueries.View request(Long id) {
        return SchoolGiven.as(db, officer, () -> db.get(RequestQueries.class).view(id));
    }

    /** The order as the officer sees it. */
    public OrderQueries.View orderView(Long id) {
        return SchoolGiven.as(db, officer, () -> db.get(OrderQueries.class).view(id));
    }

    /** The version that somebody sees who opens the request now. */
    public Integer version(Long request) {
        return (int) db.number("SELECT version FROM request WHERE id = ?", request);
    }

    /** Reserved, committed and spent cents of a budget. */
    public List<Long> money(Long budget) {
        return List.of(db.number("SELECT reserved_cents FROM budget WHERE id = ?", budget),
                db.number("SELECT committed_cents FROM budget WHERE id = ?", budget),
                db.number("SELECT spent_cents FROM budget WHERE id = ?", budget));
    }

    /** Today in Berlin. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Berlin"));
    }
}
