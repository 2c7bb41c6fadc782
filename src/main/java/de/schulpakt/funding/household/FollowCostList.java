package de.schulpakt.funding.household;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;
import static de.schulpakt.platform.list.Column.Kind.TOLD;
import static de.schulpakt.platform.list.Column.Kind.YEAR;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;

/** Follow-up costs of the awards that the asker may see, the newest first. Amounts gross, in cents. */
@Queries
public class FollowCostList extends ListOf<FollowCostList.Row> {
    /**
     * A follow-up cost.
     *
     * @param title       key of its text and what fills it: what was typed, or what it replaces and when
     * @param yearlyCents in each of its years
     * @param endedYear   its last year where it ended before {@code lastYear}, otherwise null
     */
    public record Row(Long id, String no, Long applicationId, String applicationNo, FollowCostKind kind, FollowCostState state, String title, Long yearlyCents, Integer firstYear,
            Integer lastYear, Integer endedYear, String source) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "follow-costs", "/funding/follow-costs")
            .from("FollowCost q").join("a", "join Application a on a.id = q.applicationId").hidden("applicationId", "q.applicationId")
            .column("no", "follow_cost.no", TEXT, "q.no").sorted("no", "q.id").always().link("follow-cost.xhtml?id={id}")
            .column("title", "follow_cost.title", TOLD, "case when q.title is null then concat('follow_cost.replace.', q.modelKind, '\n', q.endsIn)"
                    + " else concat('follow_cost.titled', '\n', q.title) end").always().link("follow-cost.xhtml?id={id}")
            .column("kind", "follow_cost.kind", NAME, "q.kind").sorted()
            .column("state", "follow_cost.state", STATE, "q.state").sorted()
            .column("yearlyCents", "follow_cost.yearly", MONEY, "q.yearlyCents").sorted("yearly")
            .column("firstYear", "follow_cost.first", YEAR, "q.firstYear").sorted("first")
            .column("lastYear", "follow_cost.last", YEAR, "q.lastYear").sorted("last")
            .column("endedYear", "follow_cost.ended", YEAR, "q.endedYear").asked()
            .column("source", "follow_cost.source", TEXT, "q.source").asked()
            .column("applicationNo", "funding.application", TEXT, "a.no").link("application.xhtml?id={applicationId}")
            .words("q", Words.in().starts("q.no").parts("q.title"))
            .equal("kind", FollowCostKind.class, "q.kind").equal("state", FollowCostState.class, "q.state")
            .equal("application", Long.class, "q.applicationId").equal("authority", Long.class, "q.authorityId")
            .own("year", Long.class, year -> Condition.of("q.state <> de.schulpakt.funding.household.FollowCostState.TAKEN_BACK"
                    + " and q.firstYear <= :year and coalesce(q.endedYear, q.lastYear) >= :year", "year", year.intValue()))
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.awards(APPLICATION_VIEW).of("q.applicationId", "q.authorityId");
    }
}
