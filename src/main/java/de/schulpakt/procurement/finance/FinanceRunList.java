package de.schulpakt.procurement.finance;

import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
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
import java.time.Instant;
import java.time.LocalDate;

/** The runs of the authorities that the asker may see, the newest first. */
@Queries
public class FinanceRunList extends ListOf<FinanceRunList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "finance-runs", "/procurement/finance")
            .from("FinanceRun r").join("a", "join Authority a on a.id = r.authorityId")
            .hidden("authorityId", "r.authorityId").hidden("version", "r.version")
            .column("no", "finance.run", TEXT, "r.no").sorted("no", "r.id").always().link("finance-run.xhtml?id={id}")
            .column("state", "orders.state", STATE, "r.state").sorted()
            .column("authority", "orders.authority", TEXT, "a.name").asked()
            .column("untilOn", "finance.until", DAY, "r.untilOn").sorted()
            .column("createdAt", "finance.exported", INSTANT, "r.createdAt")
            .column("items", "finance.items", NUMBER, "r.items").sorted()
            .column("totalCents", "payment.total", MONEY, "r.totalCents").sorted("total")
            .words("q", Words.in().starts("r.no"))
            .equal("state", FinanceState.class, "r.state").equal("authority", Long.class, "r.authorityId").between("untilOn", LocalDate.class, "r.untilOn")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(ORDER_VIEW).ofAuthority("r.authorityId");
    }

    /** A run. */
    public record Row(Long id, String no, FinanceState state, Long authorityId, String authority, LocalDate untilOn, Instant createdAt, Integer items, Long totalCents,
            Integer version) {
    }
}
