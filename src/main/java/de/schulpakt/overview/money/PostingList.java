package de.schulpakt.overview.money;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.list.Listing;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** The postings of the budgets that the asker may see, the newest first, each with what caused it. */
@Queries
public class PostingList extends ListOf<TraceQueries.Posting> {
    private static final String KIND = "kind";
    private static final Listing<TraceQueries.Posting> LISTING = Listing.of(TraceQueries.Posting.class, "postings", "/overview/postings")
            .from("Posting p").join("b", "join Budget b on b.id = p.budgetId").join("s", "join School s on s.id = b.schoolId")
            .join("a", "join Application a on a.id = b.applicationId").join("g", "join Programme g on g.id = b.programmeId")
            .join("f", "join FundingPosition f on f.id = b.positionId")
            .hidden("resolvesId", "p.resolvesId").hidden("budgetId", "b.id").hidden("applicationId", "a.id").hidden("schoolId", "s.id")
            .hidden("source", "p.source")
            .column("at", "postings.at", INSTANT, "p.at").sorted().always()
            .column("kind", "postings.kind", NAME, "p.kind").sorted()
            .column("programme", "usage.programme", TEXT, "g.name")
            .column("applicationNo", "funding.application", TEXT, "a.no")
            .column("positionNo", "funding.position", NUMBER, "f.no")
            .column("school", "usage.school", TEXT, "s.name")
            .column("category", "usage.category", NAME, "b.category")
            .later("cause", "postings.cause", TEXT)
            .column("note", "postings.note", TEXT, "p.note")
            .column("actor", "postings.actor", TEXT, "p.actor")
            .column("amountCents", "postings.amount", MONEY, "p.amountCents").sorted("amount")
            .own(KIND, Balance.class, balance -> Condition.of(balance.condition()))
            .equal("programme", Long.class, "b.programmeId").equal("authority", Long.class, "s.authorityId")
            .equal("school", Long.class, "b.schoolId").equal("category", Category.class, "b.category")
            .equal("budget", Long.class, "p.budgetId")
            .usually("-p.at", "-p.id")
            .build();
    @Inject
    Guard guard;
    @Inject
    CauseFinder causes;

    @Override
    protected Listing<TraceQueries.Posting> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return Condition.and(List.of(guard.scope(BUDGET_VIEW).of("s"), Condition.of("p.ownMoney = false")));
    }

    @Override
    protected List<TraceQueries.Posting> completed(List<TraceQueries.Posting> rows) {
        return causes.resolve(rows);
    }

    /** The condition over a budget {@code b} and its school {@code s} that these postings share: a figure asks the same as its rows. */
    Condition budgets(ListView view) {
        Condition all = Condition.and(conditions(view.without(Set.of(KIND))));
        return new Condition(all.jpql().replace("p.budgetId", "b.id").replace("p.ownMoney = false", "b.schoolId is not null"), all.values());
    }
}
