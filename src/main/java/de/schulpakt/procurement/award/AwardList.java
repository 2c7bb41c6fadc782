package de.schulpakt.procurement.award;

import static de.schulpakt.identity.Permission.ORDER_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The award files of the authorities that the asker may see, the newest first. */
@Queries
public class AwardList extends ListOf<AwardList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "awards", "/procurement/awards")
            .from("AwardFile f").join("a", "join Authority a on a.id = f.authorityId")
            .hidden("authorityId", "f.authorityId").hidden("version", "f.version")
            .column("no", "award.no", TEXT, "f.no").sorted("no", "f.id").always().link("award.xhtml?id={id}")
            .column("title", "award.title", TEXT, "f.title").sorted()
            .column("authority", "orders.authority", TEXT, "a.name").asked()
            .column("state", "orders.state", STATE, "f.state").sorted()
            .column("kind", "award.kind", NAME, "f.kind")
            .column("category", "award.category", NAME, "f.category")
            .column("startedOn", "award.started", DAY, "f.startedOn").sorted()
            .column("estimateCents", "award.estimate_eur", MONEY, "f.estimateCents").sorted("estimate")
            .column("chosenCents", "award.chosen_eur", MONEY, "f.chosenCents")
            .column("companies", "award.companies_asked", NUMBER, "(select count(b) from AwardBid b where b.awardId = f.id)")
            .words("q", Words.in().starts("f.no").parts("f.title"))
            .equal("state", AwardState.class, "f.state").equal("kind", AwardKind.class, "f.kind").equal("category", Category.class, "f.category")
            .equal("authority", Long.class, "f.authorityId").between("startedOn", LocalDate.class, "f.startedOn")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(ORDER_VIEW).ofAuthority("f.authorityId");
    }

    /**
     * An award file in a list. Amounts net.
     *
     * @param chosenCents what the chosen offer comes to, null before
     * @param companies   that were asked
     */
    public record Row(Long id, String no, String title, Long authorityId, String authority, AwardState state, AwardKind kind, Category category,
            LocalDate startedOn, Long estimateCents, Long chosenCents, Long companies, Integer version) {
    }
}
