package de.schulpakt.funding.application;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The positions of all applications that the asker may see, the newest first: what sums over several schools consist of. */
@Queries
public class PositionList extends ListOf<PositionList.Row> {
    /**
     * A position. Amounts gross, own share included, in cents.
     *
     * @param quantity      null where it names none, as the price for a piece
     * @param approvedCents null before the decision
     * @param freeCents     what is neither reserved, committed nor spent; null where nothing was granted
     */
    public record Row(Long id, Integer no, Long applicationId, String applicationNo, Long annexId, Long schoolId, String school, Category category, String description, Integer quantity,
            Long unitCents, Long appliedCents, Long approvedCents, Long freeCents, LocalDate measureFrom, LocalDate measureTo) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "positions", "/funding/positions")
            .from("FundingPosition p").join("x", "join Annex x on x.id = p.annexId").join("a", "join Application a on a.id = x.applicationId")
            .join("s", "join School s on s.id = x.schoolId").join("b", "left join Budget b on b.id = p.budgetId")
            .hidden("applicationId", "a.id").hidden("annexId", "x.id").hidden("schoolId", "s.id")
            .column("applicationNo", "funding.application", TEXT, "a.no").always().link("application.xhtml?id={applicationId}")
            .column("no", "funding.position", NUMBER, "p.no").sorted().always().link("annex.xhtml?id={annexId}")
            .column("school", "funding.school", TEXT, "s.name")
            .column("category", "funding.category", NAME, "p.category").sorted()
            .column("description", "funding.description", TEXT, "p.description")
            .column("quantity", "position.quantity", NUMBER, "p.quantity").asked()
            .column("unitCents", "position.unit", MONEY, "p.unitCents").asked()
            .column("appliedCents", "funding.applied", MONEY, "p.appliedCents")
            .column("approvedCents", "funding.approved", MONEY, "p.approvedCents").sorted("approved")
            .column("freeCents", "funding.free", MONEY, "b.freeCents").sorted("free")
            .column("measureFrom", "position.measure_from", DAY, "p.measureFrom").asked()
            .column("measureTo", "position.measure_to", DAY, "p.measureTo").asked()
            .equal("application", Long.class, "a.id").equal("school", Long.class, "x.schoolId").equal("category", Category.class, "p.category")
            .usually("-p.id")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.awards(APPLICATION_VIEW).of("a.id", "a.authorityId");
    }
}
