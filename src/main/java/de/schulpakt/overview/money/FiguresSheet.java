package de.schulpakt.overview.money;

import static de.schulpakt.identity.Permission.BUDGET_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.paper.print.Printable;
import de.schulpakt.paper.print.Sheet;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;

/** The money of a programme for the council: from the frame to what is free, by category and by school, as on the page of the figures. */
@ApplicationScoped
class FiguresSheet implements Printable {
    /** Schools that a paper lists; with more it says so. */
    private static final int SCHOOLS = 500;
    private static final String SUMS = """
             sum(b.allottedCents) as allottedCents, sum(b.reservedCents) as reservedCents, sum(b.committedCents) as committedCents,
            sum(b.spentCents) as spentCents, sum(%s) as freeCents
            from Budget b join School s on s.id = b.schoolId
            where b.programmeId = :programme and (:authority is null or s.authorityId = :authority) and""".formatted(BudgetQueries.FREE);
    @PersistenceContext
    EntityManager em;
    @Inject
    UsageQueries usage;
    @Inject
    SchoolQueries schools;
    @Inject
    Guard guard;

    /** Balances of a category. */
    private record OfCategory(Category category, Long allottedCents, Long reservedCents, Long committedCents, Long spentCents, Long freeCents) {
    }

    /** Balances of a school. */
    private record OfSchool(String school, Long allottedCents, Long reservedCents, Long committedCents, Long spentCents, Long freeCents) {
    }

    @Override
    public String name() {
        return "figures";
    }

    @Override
    public String subject() {
        return "Programme";
    }

    @Override
    public String kept() {
        return null;
    }

    @Override
    public Sheet sheet(long id, Long authority, Locale locale) {
        UsageQueries.View view = usage.usage(id, authority);
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        SchoolQueries.AuthorityOption whose = whose(authority == null ? scope : null, authority);
        Sheet sheet = Sheet.of(name(), locale, view.programmeCode()).titled("print.figures.title", view.programme());
        if (whose != null) {
            sheet.from(whose.id(), whose.name());
        }
        sheet.fact("usage.programme", view.programme() + " (" + view.programmeCode() + ")")
                .fact("usage.authority", whose == null ? sheet.text("print.figures.all") : whose.name())
                .fact("print.figures.at", sheet.instant(view.at()));
        if (Boolean.FALSE.equals(view.verified())) {
            sheet.fact("print.figures.doubt", sheet.text("usage.unverified"));
        }
        measures(sheet, "usage.picture");
        measure(sheet, "usage.frame", view.frameCents(), view.widestCents());
        measure(sheet, "usage.applied", view.appliedCents(), view.widestCents());
        measure(sheet, "usage.approved", view.approvedCents(), view.widestCents());
        measures(sheet, "usage.of_approved");
        measure(sheet, "usage.spent", view.spentCents(), view.approvedCents());
        measure(sheet, "usage.committed", view.committedCents(), view.approvedCents());
        measure(sheet, "usage.reserved", view.reservedCents(), view.approvedCents());
        measure(sheet, "usage.free", view.freeCents(), view.approvedCents());
        columns(sheet, "print.figures.by_category", "usage.category");
        scope.bind(Ask.of(em, OfCategory.class, "select b.category as category," + SUMS + scope.school("s")
                        + " group by b.category order by b.category")).set("programme", id).set("authority", authority).list()
                .forEach(row -> sheet.row(sheet.word(row.category()), sheet.amount(row.allottedCents()), sheet.amount(row.reservedCents()),
                        sheet.amount(row.committedCents()), sheet.amount(row.spentCents()), sheet.amount(row.freeCents())));
        foot(sheet, view);
        List<OfSchool> bySchool = scope.bind(Ask.of(em, OfSchool.class, "select s.name as school," + SUMS + scope.school("s")
                + " group by s.id, s.name order by s.name, s.id")).set("programme", id).set("authority", authority).list(SCHOOLS + 1);
        columns(sheet, "print.figures.by_school", "usage.school");
        bySchool.stream().limit(SCHOOLS).forEach(row -> sheet.row(row.school(), sheet.amount(row.allottedCents()), sheet.amount(row.reservedCents()),
                sheet.amount(row.committedCents()), sheet.amount(row.spentCents()), sheet.amount(row.freeCents())));
        foot(sheet, view);
        return sheet.words(bySchool.size() > SCHOOLS ? sheet.text("print.figures.some", SCHOOLS) : null).words(sheet.text("print.figures.gross"));
    }

    /** The one authority that is asked for, or the only one of who asks; null for several. */
    private SchoolQueries.AuthorityOption whose(Scope scope, Long authority) {
        Long id = authority != null ? authority : scope.everywhere() || scope.authorities().size() != 1 ? null : scope.authorities().iterator().next();
        return schools.authorities().stream().filter(a -> a.id().equals(id)).findFirst().orElse(null);
    }

    private static void measures(Sheet sheet, String caption) {
        sheet.table(caption, sheet.column("usage.measure", 60), sheet.number("usage.amount", 22), sheet.number("usage.percent", 18));
    }

    /** With its part of a whole, as the bars of the page have it. */
    private static void measure(Sheet sheet, String key, Long cents, long whole) {
        if (cents != null) {
            sheet.row(sheet.text(key), sheet.amount(cents), sheet.percent(cents, Math.max(1, whole)));
        }
    }

    private static void columns(Sheet sheet, String caption, String first) {
        sheet.table(caption, sheet.column(first, 25), sheet.number("usage.approved", 15), sheet.number("usage.reserved", 15),
                sheet.number("usage.committed", 15), sheet.number("usage.spent", 15), sheet.number("usage.free", 15));
    }

    private static void foot(Sheet sheet, UsageQueries.View view) {
        sheet.foot(sheet.text("print.figures.sum"), sheet.amount(view.approvedCents()), sheet.amount(view.reservedCents()),
                sheet.amount(view.committedCents()), sheet.amount(view.spentCents()), sheet.amount(view.freeCents()));
    }
}
