package de.schulpakt.kit;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.procurement.order.Orders;
import de.schulpakt.procurement.request.RequestQueries;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** A school whose access point has gone all the way, whose second one waits for its delivery, and that wants tablets. */
public final class OverviewGiven {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** The school with its people. */
    public final ProcurementGiven given;
    /** Budget of the access points. */
    public final Long wlan;
    /** Budget of the tablets. */
    public final Long mobile;
    /** The request that was ordered. */
    public final Long request;
    /** Its order. */
    public final Long order;
    /** The request that waits for a decision. */
    public final Long wish;
    /** The access point that has come. */
    public final Long device;
    /** Its ticket. */
    public final Long ticket;
    /** Its serial. */
    public final String serial;

    /** Lets all of it happen. */
    public OverviewGiven(Db db, String name) {
        given = ProcurementGiven.school(db, name);
        wlan = given.budget(Category.WLAN, 1_000_000);
        mobile = given.budget(Category.MOBILE_DEVICE, 100_000);
        serial = "AP-" + NUMBER.incrementAndGet();
        request = given.approved(given.accessPoint(40_000), 2);
        order = SchoolGiven.as(db, given.officer, () -> db.get(Orders.class).place(new Orders.Place(given.supplier,
                given.request(request).lines().stream().map(RequestQueries.View.Line::id).toList(),
                ProcurementGiven.today().plusDays(5), null)));
        given.receive(order, "N" + serial, 38_000L, serial);
        device = db.number("SELECT id FROM device WHERE serial = ?", serial);
        ticket = InstallGiven.ticketOf(db, device);
        InstallGiven.install(db, ticket, given.room);
        wish = given.submitted(given.tablet(60_000), 2);
    }

    /** Acts as the school. */
    public <T> T admin(Callable<T> work) {
        return SchoolGiven.as(given.db, given.admin, work);
    }

    /** Acts as the funding officer. */
    public <T> T officer(Callable<T> work) {
        return SchoolGiven.as(given.db, given.officer, work);
    }
}
