package de.schulpakt.funding.ledger;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;
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
import java.util.List;

/** The budgets of the schools that the asker may see, by school, programme and position. */
@Queries
public class BudgetList extends ListOf<BudgetQueries.Row> {
    private static final Listing<BudgetQueries.Row> LISTING = Listing.of(BudgetQueries.Row.class, "budgets", "/funding/budgets")
            .from("Budget b").join("p", "join FundingPosition p on p.id = b.positionId")
            .join("a", "join Application a on a.id = b.applicationId").join("g", "join Programme g on g.id = b.programmeId")
            .join("s", "join School s on s.id = b.schoolId")
            .hidden("schoolId", "s.id")
            .column("school", "funding.school", TEXT, "s.name").sorted().link("../school/school.xhtml?id={schoolId}")
            .column("programmeCode", "funding.programme", TEXT, "g.code").sorted("programme").asked()
            .column("applicationNo", "funding.application", TEXT, "a.no").sorted("application", "a.id").always()
            .column("positionNo", "funding.position", NUMBER, "p.no").sorted("position").always().link("budget.xhtml?id={id}")
            .column("category", "funding.category", NAME, "b.category").sorted()
            .column("allottedCents", "funding.approved", MONEY, "b.allottedCents").sorted("allotted")
            .column("reservedCents", "funding.reserved", MONEY, "b.reservedCents").sorted("reserved")
            .column("committedCents", "funding.committed", MONEY, "b.committedCents").sorted("committed")
            .column("spentCents", "funding.spent", MONEY, "b.spentCents").sorted("spent")
            .column("availableCents", "funding.free", MONEY, "b.freeCents").sorted("available")
            .column("periodTo", "funding.periodTo", DAY, "a.periodTo").sorted().asked()
            .bar("course", "funding.course")
            .equal("programme", Long.class, "b.programmeId").equal("authority", Long.class, "a.authorityId")
            .equal("application", Long.class, "b.applicationId").equal("school", Long.class, "b.schoolId")
            .equal("category", Category.class, "b.category")
            .usually("s.name", "g.code", "a.id", "p.no")
            .build();
    @Inject
    Guard guard;

    @Override
    protected Listing<BudgetQueries.Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return Condition.and(List.of(guard.awards(BUDGET_VIEW).ofSchool("b.applicationId", "s"), Condition.of("b.schoolId is not null")));
    }
}
