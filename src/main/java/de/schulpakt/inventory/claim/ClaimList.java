package de.schulpakt.inventory.claim;

import static de.schulpakt.identity.Permission.LOAN_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
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

/** The claims of the schools whose loans the asker may see, the newest first. */
@Queries
public class ClaimList extends ListOf<ClaimList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "loan-claims", "/inventory/claims")
            .from("LoanClaim c").join("s", "join School s on s.id = c.schoolId").join("l", "join Loan l on l.id = c.loanId")
            .join("d", "join Device d on d.id = l.deviceId").hidden("loanId", "c.loanId").hidden("schoolId", "s.id")
            .column("no", "claim.no", TEXT, "c.no").sorted("no", "c.id").always().link("claim.xhtml?id={id}")
            .column("label", "claim.label", TEXT, "c.label")
            .column("borrower", "loan.borrower", TEXT, "l.borrower").none("loan.erased")
            .column("inventoryNo", "device.inventory_no", TEXT, "d.inventoryNo")
            .column("loanNo", "loan.title", TEXT, "l.no").link("loan.xhtml?id={loanId}").asked()
            .column("school", "device.school", TEXT, "s.name").asked()
            .column("amountCents", "claim.amount", MONEY, "c.amountCents").sorted("amount", "c.amountCents")
            .column("state", "device.state", STATE, "c.state").sorted()
            .column("dueOn", "claim.due", DAY, "c.dueOn").sorted("due", "c.dueOn")
            .column("paidOn", "claim.paid_on", DAY, "c.paidOn").asked()
            .words("text", Words.in().starts("c.no", "l.borrower"))
            .equal("state", ClaimState.class, "c.state").equal("school", Long.class, "c.schoolId").equal("loan", Long.class, "c.loanId")
            .between("due", LocalDate.class, "c.dueOn")
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

    /** A claim; the amount in cents, borrower null if erased. */
    public record Row(Long id, String no, String label, String borrower, Long loanId, String inventoryNo, String loanNo, Long schoolId, String school, Long amountCents,
            ClaimState state, LocalDate dueOn, LocalDate paidOn) {
    }
}
