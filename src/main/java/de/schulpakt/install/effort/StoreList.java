package de.schulpakt.install.effort;

import static de.schulpakt.identity.Permission.INTERNAL_VIEW;
import static de.schulpakt.platform.list.Column.Kind.FLAG;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;

/** The stores of the authorities within whose offices the asker works. */
@Queries
public class StoreList extends ListOf<StoreList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "stores", "/install/stores")
            .from("Store s").join("a", "join Authority a on a.id = s.authorityId")
            .column("name", "store.name", TEXT, "s.name").sorted().always().link("store.xhtml?id={id}")
            .column("authority", "wave.authority", TEXT, "a.name").asked()
            .column("lots", "store.lots", NUMBER, "(select count(l.id) from StoreLot l where l.storeId = s.id and l.leftAmount > 0)")
            .column("valueCents", "store.value", MONEY, "(select coalesce(sum(m.leftCents), 0) from StoreLot m where m.storeId = s.id)")
            .column("closed", "store.closed_label", FLAG, "s.closed")
            .words("text", Words.in().starts("s.name"))
            .equal("closed", Boolean.class, "s.closed")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(INTERNAL_VIEW).ofAuthority("s.authorityId");
    }

    /**
     * A store.
     *
     * @param lots       what came in at once and is not used up
     * @param valueCents what is in it has cost
     */
    public record Row(Long id, String name, String authority, Long lots, Long valueCents, Boolean closed) {
    }
}
