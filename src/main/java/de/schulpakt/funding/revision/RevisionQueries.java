package de.schulpakt.funding.revision;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Frozen;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about versions of applications. Amounts are eligible expenditure, own share included, in cents. */
@Queries
public class RevisionQueries {
    /**
     * What a version makes of a position.
     *
     * @param positionNo        null for one that there was not, and that no decision has made
     * @param descriptionBefore null for a new one
     * @param fromCents         approved before it
     * @param decidedCents      null before the decision, and where nothing was decided
     * @param quantity          of a new position, as the price of one and the days; null where nothing is said
     */
    public record LineView(Long id, Long positionId, Integer positionNo, Long schoolId, String school, Category category, boolean fresh, String description,
            String descriptionBefore, Long fromCents, Long toCents, Long decidedCents, String why, Integer quantity, Long unitCents, LocalDate measureFrom, LocalDate measureTo) {
        /** What it would change by, less than nothing where it takes back. */
        public long changeCents() {
            return toCents - fromCents;
        }
    }

    /**
     * A version. Its sums are over its lines.
     *
     * @param edition      number of the version of the application; null while it is a draft
     * @param binds        true if its decision binds
     * @param periodTo     last day of the approval period by its decision, null if that did not change it
     * @param terms        ancillary terms that its decision names
     * @param sha256       checksum of what was sent, null before
     * @param decidedCents null before the decision
     * @param actions      what the asker may do now
     * @param apart        what the asker may not do because of what the asker did
     */
    public record View(Long id, String no, Long applicationId, String applicationNo, Long authorityId, String authority, RevisionKind kind, RevisionState state,
            Integer edition, boolean binds, String reason, LocalDate askedTo, LocalDate submittedOn, String reference, LocalDate decidedOn, LocalDate periodTo,
            LocalDate periodBefore, String terms, String termsVersion, String sha256, List<LineView> lines, Long fromCents, Long toCents, Long decidedCents, Integer version,
            Set<RevisionAction> actions, Map<RevisionAction, RevisionAction> apart, List<HistoryEntry> timeline) {
    }

    /**
     * Why a reduction cannot be booked yet: so much must be free in the budget, and is not.
     *
     * @param missingCents what is to be freed first
     * @param spentCents   what was spent and only a correction, or a paper of its own, takes back
     * @param open         what holds money, the largest first
     */
    public record Obstacle(Long budgetId, Integer positionNo, String school, Category category, Long neededCents, Long freeCents, Long missingCents, Long spentCents,
            List<BudgetQueries.Line> open) {
    }

    /** A position of an application, to choose from. */
    public record Choice(Long id, Integer no, String school, Category category, String description, Long approvedCents) {
    }

    private record Head(String no, Long applicationId, String applicationNo, Long authorityId, String authority, RevisionKind kind, RevisionState state, Integer edition, Integer boundNo, String reason,
            LocalDate askedTo, Instant createdAt, LocalDate submittedOn, String reference, LocalDate decidedOn, LocalDate periodTo, LocalDate periodBefore, String terms,
            String termsVersion, String sha256, Integer version) {
    }

    private record Held(Long budgetId, Integer positionNo, String school, Category category, Long neededCents, Long freeCents, Long spentCents) {
    }

    @Inject
    RevisionFinder finder;
    @Inject
    Clock clock;
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    History history;
    @Inject
    BudgetQueries budgets;

    /**
     * One version with its lines.
     *
     * @throws NotFound if there is none or the asker may not see the authority's applications
     */
    public View view(long id) {
        Head r = head(id);
        List<LineView> lines = lines(id);
        Set<RevisionAction> actions = guard.actionsOfAuthority(RevisionFlow.FLOW, r.state(), r.authorityId());
        actions.removeAll(r.kind().fromAbove() ? Set.of(RevisionAction.SUBMIT) : Set.of(RevisionAction.REVOKE));
        actions.removeAll(r.kind() == RevisionKind.NOTICE ? Set.of(RevisionAction.APPROVE, RevisionAction.APPROVE_PARTLY, RevisionAction.REJECT) : Set.of(RevisionAction.NOTE));
        if (r.boundNo() != null && Ask.of(em, Long.class, "select count(x) from Revision x where x.applicationId = :application and x.boundNo > :no")
                .set("application", r.applicationId()).set("no", r.boundNo()).one().orElse(0L) > 0) {
            actions.remove(RevisionAction.UNDO);
        }
        Map<RevisionAction, RevisionAction> apart = duties.withhold(new Ref("Revision", id, r.no()), RevisionFlow.FLOW, actions);
        boolean decided = r.decidedOn() != null && lines.stream().allMatch(l -> l.decidedCents() != null);
        return new View(id, r.no(), r.applicationId(), r.applicationNo(), r.authorityId(), r.authority(), r.kind(), r.state(), r.edition(), r.boundNo() != null, r.reason(), r.askedTo(),
                r.submittedOn(), r.reference(), r.decidedOn(), r.periodTo(), r.periodBefore(), r.terms(), r.termsVersion(), r.sha256(), lines,
                lines.stream().mapToLong(LineView::fromCents).sum(), lines.stream().mapToLong(LineView::toCents).sum(),
                decided ? lines.stream().mapToLong(LineView::decidedCents).sum() : null, r.version(), actions, apart, history.of("Revision", id));
    }

    /**
     * What was sent, as it was sent; nothing for a draft and for what the granting body did of itself.
     *
     * @throws NotFound if there is none or the asker may not see it
     */
    public RevisionContent sent(long id) {
        head(id);
        Frozen frozen = Ask.of(em, Frozen.class, "select r.json as json, r.sha256 as sha256 from Revision r where r.id = :id and r.sha256 is not null").set("id", id).one()
                .orElseThrow(() -> new NotFound("Revision", id));
        return frozen.content(RevisionContent.class);
    }

    /**
     * Why what it asks for cannot be booked yet, and what holds the money; nothing where all is free, or where it has been decided.
     *
     * @throws NotFound if there is none or the asker may not see it
     */
    public List<Obstacle> obstacles(long id) {
        Head r = head(id);
        if (r.state() != RevisionState.DRAFT && r.state() != RevisionState.SUBMITTED) {
            return List.of();
        }
        return Ask.of(em, Held.class, """
                select b.id as budgetId, p.no as positionNo, s.name as school, p.category as category, p.approvedCents - l.toCents as neededCents, %s as freeCents,
                    b.spentCents as spentCents
                from RevisionLine l join FundingPosition p on p.id = l.positionId join Budget b on b.positionId = p.id join School s on s.id = b.schoolId
                where l.revisionId = :id and p.approvedCents - l.toCents > %s order by p.no""".formatted(BudgetQueries.FREE, BudgetQueries.FREE)).set("id", id).list().stream()
                .map(h -> new Obstacle(h.budgetId(), h.positionNo(), h.school(), h.category(), h.neededCents(), h.freeCents(), h.neededCents() - h.freeCents(), h.spentCents(),
                        budgets.open(h.budgetId()))).toList();
    }

    /**
     * The positions that a version can speak of.
     *
     * @throws NotFound if there is no such version or the asker may not see it
     */
    public List<Choice> positions(long id) {
        return Ask.of(em, Choice.class, """
                select p.id as id, p.no as no, s.name as school, p.category as category, p.description as description, coalesce(p.approvedCents, 0) as approvedCents
                from FundingPosition p join Annex x on x.id = p.annexId join School s on s.id = x.schoolId where x.applicationId = :id order by p.no""")
                .set("id", head(id).applicationId()).list();
    }

    /** How many supplements an authority has sent this year, without those that it took back (R05). */
    @Unguarded("Inner door of the rules: a number, to whoever may see the application.")
    public long supplements(long authorityId, long programmeId) {
        return finder.supplements(authorityId, programmeId, clock.today().getYear());
    }

    private Head head(long id) {
        Head head = Ask.of(em, Head.class, """
                select r.no as no, r.applicationId as applicationId, a.no as applicationNo, r.authorityId as authorityId, y.name as authority, r.kind as kind, r.state as state_, r.edition as edition,
                    r.boundNo as boundNo, r.reason as reason, r.askedTo as askedTo, r.createdAt as createdAt, r.submittedOn as submittedOn, r.reference as reference,
                    r.decidedOn as decidedOn, r.periodTo as periodTo, r.periodBefore as periodBefore, r.terms as terms, r.termsVersion as termsVersion, r.sha256 as sha256,
                    r.version as version
                from Revision r join Application a on a.id = r.applicationId join Authority y on y.id = r.authorityId where r.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Revision", id));
        guard.requireAward(APPLICATION_VIEW, head.applicationId(), head.authorityId());
        return head;
    }

    private List<LineView> lines(long id) {
        return Ask.of(em, LineView.class, """
                select l.id as id, l.positionId as positionId, nullif(p.no, 0) as positionNo, l.schoolId as schoolId, s.name as school, l.category as category, l.fresh as fresh,
                    l.description as description, l.descriptionBefore as descriptionBefore, l.fromCents as fromCents, l.toCents as toCents, l.decidedCents as decidedCents,
                    l.why as why, l.quantity as quantity, l.unitCents as unitCents, l.measureFrom as measureFrom, l.measureTo as measureTo
                from RevisionLine l join School s on s.id = l.schoolId left join FundingPosition p on p.id = l.positionId where l.revisionId = :id order by l.id""")
                .set("id", id).list();
    }
}
