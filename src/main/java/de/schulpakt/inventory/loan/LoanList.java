package de.schulpakt.inventory.loan;

import static de.schulpakt.identity.Permission.LOAN_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;

/** The loans of the schools whose loans the asker may see, the newest first. */
@Queries
public class LoanList extends ListOf<LoanList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "loans", "/inventory/loans")
            .from("Loan l").join("s", "join School s on s.id = l.schoolId").join("d", "join Device d on d.id = l.deviceId")
            .join("m", "join DeviceModel m on m.id = d.modelId").hidden("schoolId", "s.id").hidden("deviceId", "d.id")
            .column("no", "loan.no", TEXT, "l.no").sorted("no", "l.id").always().link("loan.xhtml?id={id}")
            .column("borrower", "loan.borrower", TEXT, "l.borrower").sorted().none("loan.erased")
            .column("schoolClass", "loan.class", TEXT, "l.schoolClass")
            .column("inventoryNo", "device.inventory_no", TEXT, "d.inventoryNo").link("device.xhtml?id={deviceId}")
            .column("model", "device.model", TEXT, "concat(m.maker, ' ', m.name)")
            .column("school", "device.school", TEXT, "s.name").sorted().asked()
            .column("state", "device.state", STATE, "l.state").sorted()
            .column("dueOn", "loan.due", DAY, "l.dueOn").sorted("due", "l.dueOn")
            .column("lentAt", "loan.lent", INSTANT, "l.lentAt").sorted("lent", "l.lentAt").asked()
            .words("text", Words.in().starts("l.no", "l.borrower"))
            .equal("state", LoanState.class, "l.state").equal("school", Long.class, "l.schoolId").equal("device", Long.class, "l.deviceId")
            .between("due", LocalDate.class, "l.dueOn")
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

    /** A loan; borrower is null if it was erased. */
    public record Row(Long id, String no, String borrower, String schoolClass, Long deviceId, String inventoryNo, String model, Long schoolId, String school,
            LoanState state, LocalDate dueOn, Instant lentAt) {
    }
}
