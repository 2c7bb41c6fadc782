package de.schulpakt.inventory.ask;

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

/** What the schools whose loans the asker may see are asked for, the newest first. */
@Queries
public class AskList extends ListOf<AskList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "loan-asks", "/inventory/loan-asks")
            .from("LoanAsk a").join("s", "join School s on s.id = a.schoolId").join("m", "left join DeviceModel m on m.id = a.modelId").hidden("schoolId", "s.id")
            .column("no", "ask.no", TEXT, "a.no").sorted("no", "a.id").always().link("loan-ask.xhtml?id={id}")
            .column("borrower", "loan.borrower", TEXT, "a.borrower").none("loan.erased")
            .column("schoolClass", "loan.class", TEXT, "a.schoolClass")
            .column("model", "device.model", TEXT, "concat(m.maker, ' ', m.name)").none("ask.any")
            .column("school", "device.school", TEXT, "s.name").asked()
            .column("fromOn", "booking.from", DAY, "a.fromOn").sorted("from", "a.fromOn")
            .column("toOn", "booking.to", DAY, "a.toOn")
            .column("state", "device.state", STATE, "a.state").sorted()
            .column("cameAt", "ask.came", INSTANT, "a.cameAt").sorted("came", "a.cameAt")
            .words("text", Words.in().starts("a.no", "a.borrower"))
            .equal("state", AskState.class, "a.state").equal("school", Long.class, "a.schoolId")
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

    /** An ask; borrower null if erased, model null for any. */
    public record Row(Long id, String no, String borrower, String schoolClass, String model, Long schoolId, String school, LocalDate fromOn, LocalDate toOn,
            AskState state, Instant cameAt) {
    }
}
