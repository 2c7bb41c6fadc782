package de.schulpakt.overview.money;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.platform.list.Column.Kind.MONEY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.util.List;

/** The money of the budgets that the asker may see, added up for each school and category; by school unless another order is asked. */
@Queries
public class UsageList extends ListOf<UsageList.Row> {
    /**
     * Money of one school and category. Amounts gross, own share included, in cents.
     *
     * @param freeCents allotted - reserved - committed - spent
     */
    public record Row(Long id, Long schoolId, String school, Category category, Long allottedCents, Long reservedCents,
            Long committedCents, Long spentCents, Long freeCents) {
    }

    private static final String BEHIND = "postings.xhtml?programme={programme}&school={schoolId}&category={category}";
    private static final Listing<Row> LISTING = Listing.of(Row.class, "usage", "/overview/usage")
            .from("SchoolUse u").join("s", "join School s on s.id = u.schoolId")
            .hidden("schoolId", "u.schoolId")
            .column("school", "usage.school", TEXT, "s.name").sorted().always().link("../school/school.xhtml?id={schoolId}")
            .column("category", "usage.category", NAME, "u.category").sorted().always()
            .column("allottedCents", "usage.approved", MONEY, "u.allottedCents").sorted("allotted").link(BEHIND + "&kind=ALLOTTED")
            .column("reservedCents", "usage.reserved", MONEY, "u.reservedCents").sorted("reserved").link(BEHIND + "&kind=RESERVED")
            .column("committedCents", "usage.committed", MONEY, "u.committedCents").sorted("committed").link(BEHIND + "&kind=COMMITTED")
            .column("spentCents", "usage.spent", MONEY, "u.spentCents").sorted("spent").link(BEHIND + "&kind=SPENT")
            .column("freeCents", "usage.free", MONEY, "u.freeCents").sorted("free").link(BEHIND)
            .bar("course", "usage.course")
            .equal("programme", Long.class, "u.programmeId").equal("authority", Long.class, "s.authorityId")
            .equal("school", Long.class, "u.schoolId").equal("category", Category.class, "u.category")
            .words("q", Words.in().among("u.schoolId", "School", "s", "name"))
            .usually("s.name", "u.category")
            .build();
    @Inject
    Guard guard;
    @Inject
    UsageQueries usage;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(BUDGET_VIEW).of("s");
    }

    /** Without a programme the newest one, as the figures of the page. */
    @Override
    public ListView usual(ListView view) {
        if (view.first("programme") != null) {
            return view;
        }
        List<UsageQueries.Programme> programmes = usage.programmes();
        return programmes.isEmpty() ? view : view.only("programme", programmes.get(0).id());
    }
}
