package de.schulpakt.procurement.difference;

import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
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
import java.time.Instant;
import java.time.LocalDate;

/** The differences of the authorities that the asker may see, the newest first. */
@Queries
public class DifferenceList extends ListOf<DifferenceList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "differences", "/procurement/differences")
            .from("FinanceDifference d").join("a", "join Authority a on a.id = d.authorityId")
            .hidden("authorityId", "d.authorityId").hidden("version", "d.version")
            .column("label", "difference.label", TEXT, "d.label").sorted("label", "d.id").always().link("difference.xhtml?id={id}")
            .column("kind", "difference.kind", STATE, "d.kind")
            .column("state", "orders.state", STATE, "d.state").sorted()
            .column("authority", "orders.authority", TEXT, "a.name").asked()
            .column("dayOn", "difference.day", DAY, "d.dayOn").sorted()
            .column("account", "finance.account", TEXT, "d.account")
            .column("hereCents", "difference.here", MONEY, "d.hereCents")
            .column("thereCents", "difference.there", MONEY, "d.thereCents")
            .column("foundAt", "difference.found", INSTANT, "d.foundAt").asked()
            .words("q", Words.in().starts("d.label"))
            .equal("state", DifferenceState.class, "d.state").equal("kind", DifferenceKind.class, "d.kind").equal("authority", Long.class, "d.authorityId")
            .between("dayOn", LocalDate.class, "d.dayOn")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(ORDER_VIEW).ofAuthority("d.authorityId");
    }

    /** A difference; amounts are null on the side that has none. */
    public record Row(Long id, String label, DifferenceKind kind, DifferenceState state, Long authorityId, String authority, LocalDate dayOn, String account, Long hereCents,
            Long thereCents, Instant foundAt, Integer version) {
    }
}
