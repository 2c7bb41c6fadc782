package de.schulpakt.funding.application;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.History;
import de.schulpakt.platform.HistoryEntry;
import de.schulpakt.platform.Money;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Queries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions about applications for funding. Amounts are eligible expenditure, own share included, in cents. */
@Queries
public class ApplicationQueries {
    /**
     * A school within an application.
     *
     * @param conceptLate true if the media concept is due and has not come
     */
    public record AnnexView(Long id, Long schoolId, String school, LocalDate conceptDueOn, LocalDate conceptReceivedOn,
            boolean conceptLate, List<PositionView> positions) {
        /** What is applied for the school, in cents. */
        public long appliedCents() {
            return positions.stream().mapToLong(PositionView::appliedCents).sum();
        }
    }

    /**
     * What a list of applications asks; null asks for all.
     *
     * @param q part of number or title
     */
    public record Filter(Long programmeId, Long authorityId, ApplicationState state, String q) {
    }

    /**
     * An application in a list. Amounts are eligible expenditure, own share included, in cents.
     *
     * @param schools       number of annexes
     * @param appliedCents  null while there is no position
     * @param approvedCents null before the decision
     */
    public record Row(Long id, String no, String title, Long programmeId, String programmeCode, Long authorityId,
            String authority, ApplicationState state, LocalDate submittedOn, LocalDate decidedOn, Long schools,
            Long appliedCents, Long approvedCents) {
    }

    /**
     * One application whole. Amounts are eligible expenditure, own share included, in cents, unless said otherwise.
     *
     * @param ownShareBp    own share in basis points; of today while the application is a draft, frozen afterwards; null without rule
     * @param ownShareCents own share of what is approved, or of what is applied for before the decision
     * @param grantCents    grant money: eligible expenditure less own share
     * @param actions       what the asker may do now
     */
    public record View(Long id, String no, String title, Long programmeId, String programmeCode, Long authorityId,
            String authority, ApplicationState state, LocalDate submittedOn, Integer ownShareBp, String decisionReference,
            LocalDate decidedOn, LocalDate periodFrom, LocalDate periodTo, Long appliedCents, Long approvedCents,
            Long ownShareCents, Long grantCents, List<AnnexView> annexes, Integer version, Set<ApplicationAction> actions,
            List<HistoryEntry> timeline) {
    }

    /**
     * A position of an application. Amounts are eligible expenditure, own share included, in cents.
     *
     * @param approvedCents  null before the decision
     * @param budgetId       null if nothing was approved
     * @param availableCents what the budget still has, null without budget
     */
    public record PositionView(Long id, Long annexId, Integer no, Category category, String description, Long appliedCents,
            Long approvedCents, Long budgetId, Long availableCents) {
    }

    private static final Map<String, String> COLUMNS = Map.of("no", "a.no", "title", "a.title", "programme", "g.code",
            "state", "a.state", "submittedOn", "a.submittedOn", "decidedOn", "a.decidedOn", "applied", "sum(p.appliedCents)",
            "approved", "sum(p.approvedCents)");
    private static final String PLAIN = " from Application a join Programme g on g.id = a.programmeId"
            + " join Authority t on t.id = a.authorityId";
    private static final String WHERE = " where (:everywhere = true or a.authorityId in :authorities)"
            + " and (:programme is null or a.programmeId = :programme) and (:authority is null or a.authorityId = :authority)"
            + " and (:state is null or a.state = :state)"
            + " and (:q is null or lower(a.no) like :q escape '!' or lower(a.title) like :q escape '!')";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    History history;
    @Inject
    Clock clock;

    /** The applications of the authorities that the asker may see; the newest first unless another order is asked. */
    public Page<Row> list(Filter filter, PageRequest page) {
        guard.require(APPLICATION_VIEW);
        List<Row> rows = bind(filter, em.createQuery("select new de.schulpakt.funding.application.ApplicationQueries.Row(a.id, a.no, a.title,"
                        + " g.id, g.code, t.id, t.name, a.state, a.submittedOn, a.decidedOn, count(distinct x.id),"
                        + " sum(p.appliedCents), sum(p.approvedCents))" + PLAIN
                        + " left join Annex x on x.applicationId = a.id left join FundingPosition p on p.annexId = x.id" + WHERE
                        + " group by a.id, a.no, a.title, g.id, g.code, t.id, t.name, a.state, a.submittedOn, a.decidedOn"
                        + page.orderBy(COLUMNS, "a.no desc", "a.id"), Row.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return Page.of(rows, bind(filter, em.createQuery("select count(a)" + PLAIN + WHERE, Long.class)).getSingleResult(), page);
    }

    /**
     * One application with its schools and positions.
     *
     * @throws NotFound if there is none or the asker may not see the authority's applications
     */
    public View view(long id) {
        Object[] a = em.createQuery("select a.no, a.title, g.id, g.code, t.id, t.name, a.state, a.submittedOn, a.ownShareBp,"
                        + " a.decisionReference, a.decidedOn, a.periodFrom, a.periodTo, a.version" + PLAIN
                        + " where a.id = :id", Object[].class).setParameter("id", id).getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("Application", id));
        guard.requireAuthority(APPLICATION_VIEW, (Long) a[4]);
        List<PositionView> positions = positions(id);
        Integer ownShareBp = a[8] != null ? (Integer) a[8] : ownShareToday((Long) a[2]);
        Money applied = Money.of(positions.stream().mapToLong(PositionView::appliedCents).sum());
        Long approved = a[10] == null ? null : positions.stream().mapToLong(PositionView::approvedCents).sum();
        Money eligible = approved == null ? applied : Money.of(approved);
        Money ownShare = ownShareBp == null ? null : eligible.shareRoundedUp(ownShareBp);
        return new View(id, (String) a[0], (String) a[1], (Long) a[2], (String) a[3], (Long) a[4], (String) a[5],
                (ApplicationState) a[6], (LocalDate) a[7], ownShareBp, (String) a[9], (LocalDate) a[10], (LocalDate) a[11],
                (LocalDate) a[12], applied.cents(), approved, ownShare == null ? null : ownShare.cents(),
                ownShare == null ? null : eligible.minus(ownShare).cents(), annexes(id, positions), (Integer) a[13],
                guard.actionsOfAuthority(ApplicationFlow.FLOW, (ApplicationState) a[6], (Long) a[4]), history.of("Application", id));
    }

    /** True if the asker may see applications of some authority. */
    public boolean mayView() {
        return guard.may(APPLICATION_VIEW);
    }

    /** True if the asker may begin an application for some authority. */
    public boolean mayCreate() {
        return guard.may(APPLICATION_EDIT);
    }

    /** Name of a school, for the history of an application. */
    String school(long id) {
        return em.createQuery("select s.name from School s where s.id = :id", String.class).setParameter("id", id)
                .getSingleResult();
    }

    private List<PositionView> positions(long id) {
        return em.createQuery("select new de.schulpakt.funding.application.ApplicationQueries.PositionView(p.id, p.annexId, p.no, p.category, p.description,"
                        + " p.appliedCents, p.approvedCents, b.id,"
                        + " b.allottedCents - (b.reservedCents + b.committedCents + b.spentCents))"
                        + " from FundingPosition p join Annex x on x.id = p.annexId left join Budget b on b.positionId = p.id"
                        + " where x.applicationId = :id order by p.no", PositionView.class)
                .setParameter("id", id).getResultList();
    }

    private List<AnnexView> annexes(long id, List<PositionView> positions) {
        Map<Long, List<PositionView>> byAnnex = positions.stream().collect(Collectors.groupingBy(PositionView::annexId));
        LocalDate today = clock.today();
        return em.createQuery("select x.id, x.schoolId, s.name, x.conceptDueOn, x.conceptReceivedOn from Annex x"
                        + " join School s on s.id = x.schoolId where x.applicationId = :id order by s.name, x.id", Object[].class)
                .setParameter("id", id).getResultList().stream()
                .map(x -> new AnnexView((Long) x[0], (Long) x[1], (String) x[2], (LocalDate) x[3], (LocalDate) x[4],
                        x[4] == null && x[3] != null && ((LocalDate) x[3]).isBefore(today),
                        byAnnex.getOrDefault((Long) x[0], List.of()))).toList();
    }

    private Integer ownShareToday(long programmeId) {
        ProgrammeQueries.Rule rule = programmes.rule(RuleKind.OWN_SHARE_BP, programmeId, null, clock.today());
        return rule == null ? null : Integer.valueOf(rule.value());
    }

    private <Q extends Query> Q bind(Filter filter, Q query) {
        Scope scope = guard.visibleSchools(APPLICATION_VIEW);
        query.setParameter("everywhere", scope.everywhere());
        query.setParameter("authorities", scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities());
        query.setParameter("programme", filter.programmeId());
        query.setParameter("authority", filter.authorityId());
        query.setParameter("state", filter.state());
        String q = filter.q() == null || filter.q().isBlank() ? null : filter.q().strip().toLowerCase(Locale.ROOT);
        query.setParameter("q", q == null ? null : "%" + q.replaceAll("([!%_])", "!$1") + "%");
        return query;
    }
}
