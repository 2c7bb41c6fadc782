package de.schulpakt.funding.ledger;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.TEXT;
import static de.schulpakt.platform.list.Column.Kind.YEAR;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Own money of the authorities that the asker may see, the newest household year first. */
@Queries
public class OwnMoneyList extends ListOf<OwnMoneyList.Row> {
    /**
     * A line of the household. Amounts gross, in cents.
     *
     * @param endsOn last day of its use, later than the household year if it was carried over
     */
    public record Row(Long id, Long authorityId, String authority, Integer householdYear, String account, String title, Long allottedCents,
            Long reservedCents, Long committedCents, Long spentCents, Long availableCents, LocalDate endsOn) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "own-money", "/funding/own-money")
            .from("Budget b").join("y", "left join Authority y on y.id = b.authorityId")
            .hidden("authorityId", "b.authorityId")
            .column("householdYear", "own_money.year", YEAR, "b.householdYear").sorted("year")
            .column("account", "own_money.account", TEXT, "b.account").sorted().always().link("budget.xhtml?id={id}")
            .column("title", "own_money.title", TEXT, "b.title").sorted()
            .column("authority", "funding.authority", TEXT, "y.name").asked()
            .column("allottedCents", "own_money.amount", MONEY, "b.allottedCents").sorted("allotted")
            .column("reservedCents", "funding.reserved", MONEY, "b.reservedCents").sorted("reserved")
            .column("committedCents", "funding.committed", MONEY, "b.committedCents").sorted("committed")
            .column("spentCents", "funding.spent", MONEY, "b.spentCents").sorted("spent")
            .column("availableCents", "funding.free", MONEY, "b.freeCents").sorted("available")
            .column("endsOn", "own_money.ends_on", DAY, "b.endsOn").sorted()
            .bar("course", "funding.course")
            .words("q", Words.in().starts("b.account"))
            .equal("authority", Long.class, "b.authorityId").equal("year", Long.class, "b.householdYear")
            .usually("-b.householdYear", "b.account")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return Condition.and(List.of(guard.scope(BUDGET_VIEW).ofAuthority("b.authorityId"), Condition.of("b.authorityId is not null and b.householdYear is not null")));
    }
}
