package de.schulpakt.funding.transfer;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
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

/** Transfers between budgets of the authorities that the asker may see, the newest first. */
@Queries
public class TransferList extends ListOf<TransferList.Row> {
    /**
     * A transfer. Amounts gross, in cents.
     *
     * @param returnedCents what of a loan has flowed back
     * @param backOn        when a loan flows back; null for a shift
     */
    public record Row(Long id, String no, TransferKind kind, TransferState state, Long authorityId, String authority, Long fromBudgetId,
            Long toBudgetId, Long amountCents, Long returnedCents, LocalDate backOn, String reason, Instant createdAt) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "transfers", "/funding/transfers")
            .from("Transfer t").join("y", "join Authority y on y.id = t.authorityId")
            .hidden("authorityId", "t.authorityId").hidden("fromBudgetId", "t.fromBudgetId").hidden("toBudgetId", "t.toBudgetId")
            .column("no", "transfer.no", TEXT, "t.no").sorted("no", "t.id").always().link("transfer.xhtml?id={id}")
            .column("createdAt", "transfer.created", INSTANT, "t.createdAt").sorted()
            .column("kind", "transfer.kind", NAME, "t.kind").sorted()
            .column("state", "transfer.state", STATE, "t.state").sorted()
            .column("authority", "funding.authority", TEXT, "y.name").asked()
            .column("reason", "funding.reason", TEXT, "t.reason")
            .column("amountCents", "transfer.amount", MONEY, "t.amountCents").sorted("amount")
            .column("returnedCents", "transfer.returned", MONEY, "t.returnedCents").sorted("returned")
            .column("backOn", "transfer.back_on_day", DAY, "t.backOn").sorted()
            .words("q", Words.in().starts("t.no"))
            .equal("state", TransferState.class, "t.state").equal("kind", TransferKind.class, "t.kind")
            .equal("authority", Long.class, "t.authorityId")
            .own("budget", Long.class, budget -> Condition.of("(t.fromBudgetId = :budget or t.toBudgetId = :budget)", "budget", budget))
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(BUDGET_VIEW).ofAuthority("t.authorityId");
    }
}
