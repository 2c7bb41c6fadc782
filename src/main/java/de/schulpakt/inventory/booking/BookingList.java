package de.schulpakt.inventory.booking;

import static de.schulpakt.identity.Permission.LOAN_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The bookings of the schools whose loans the asker may see, the newest first. */
@Queries
public class BookingList extends ListOf<BookingList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "loan-bookings", "/inventory/bookings")
            .from("LoanBooking b").join("s", "join School s on s.id = b.schoolId").join("m", "join DeviceModel m on m.id = b.modelId").hidden("schoolId", "s.id")
            .column("no", "booking.no", TEXT, "b.no").sorted("no", "b.id").always().link("booking.xhtml?id={id}")
            .column("model", "device.model", TEXT, "concat(m.maker, ' ', m.name)")
            .column("quantity", "booking.quantity", NUMBER, "b.quantity")
            .column("borrower", "loan.borrower", TEXT, "b.borrower").none("loan.erased")
            .column("school", "device.school", TEXT, "s.name").asked()
            .column("fromOn", "booking.from", DAY, "b.fromOn").sorted("from", "b.fromOn")
            .column("toOn", "booking.to", DAY, "b.toOn").sorted("to", "b.toOn")
            .column("state", "device.state", STATE, "b.state").sorted()
            .words("text", Words.in().starts("b.no", "b.borrower"))
            .equal("state", BookingState.class, "b.state").equal("school", Long.class, "b.schoolId").equal("model", Long.class, "b.modelId")
            .between("from", LocalDate.class, "b.fromOn")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(LOAN_VIEW).of("s");
    }

    /** A booking; borrower null if erased. */
    public record Row(Long id, String no, String model, Integer quantity, String borrower, Long schoolId, String school, LocalDate fromOn, LocalDate toOn,
            BookingState state) {
    }
}
