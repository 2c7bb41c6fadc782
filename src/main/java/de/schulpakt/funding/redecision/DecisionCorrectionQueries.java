package de.schulpakt.funding.redecision;

import static de.schulpakt.identity.Permission.APPLICATION_DECIDE;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.funding.application.Binding;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about corrections of decisions. Amounts are eligible expenditure, own share included, in cents. */
@Queries
public class DecisionCorrectionQueries {
    /** What a position had and what it is granted. */
    public record Line(Long positionId, Integer no, String school, Category category, String description, Long appliedCents, Long fromCents, Long toCents) {
    }

    /**
     * One correction, before and after.
     *
     * @param was     what the decision said
     * @param to      what it is to say
     * @param lines   positions whose amount changes
     * @param actions what the asker may do now
     * @param apart   what the asker may not do because of what the asker did
     */
    public record View(Long id, String no, DecisionCorrectionState state, Long authorityId, Long applicationId, String applicationNo, String reason, Instant createdAt,
            Binding.Decision was, Binding.Decision to, List<Line> lines, Integer version, Set<DecisionCorrectionAction> actions,
            Map<DecisionCorrectionAction, DecisionCorrectionAction> apart, List<HistoryEntry> timeline) {
    }

    /** A correction of a decision, in short. */
    public record Short(Long id, String no, DecisionCorrectionState state, Long applicationId, String applicationNo, String reason, Instant createdAt) {
    }

    /** A correction without what belongs to it. */
    record Facts(String no, DecisionCorrectionState state, Long authorityId, Long applicationId, String applicationNo, String reason, Instant createdAt,
            String wasReference, LocalDate wasDecidedOn, LocalDate wasPeriodFrom, LocalDate wasPeriodTo, String wasTerms, String wasTermsVersion,
            String reference, LocalDate decidedOn, LocalDate periodFrom, LocalDate periodTo, String terms, String termsVersion, Integer version) {
    }

    private static final int MOST = 200;
    private static final String SHORT = """
            select c.id as id, c.no as no, c.state as state_, c.applicationId as applicationId, a.no as applicationNo, c.reason as reason, c.createdAt as createdAt
            from DecisionCorrection c join Application a on a.id = c.applicationId""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    History history;

    /**
     * One correction with its history.
     *
     * @throws NotFound if there is none, or the asker may not see the applications of its authority
     */
    public View view(long id) {
        Facts c = Ask.of(em, Facts.class, """
                select c.no as no, c.state as state_, c.authorityId as authorityId, c.applicationId as applicationId, a.no as applicationNo, c.reason as reason,
                    c.createdAt as createdAt, c.wasReference as wasReference, c.wasDecidedOn as wasDecidedOn, c.wasPeriodFrom as wasPeriodFrom,
                    c.wasPeriodTo as wasPeriodTo, c.wasTerms as wasTerms, c.wasTermsVersion as wasTermsVersion, c.reference as reference_,
                    c.decidedOn as decidedOn, c.periodFrom as periodFrom, c.periodTo as periodTo, c.terms as terms, c.termsVersion as termsVersion,
                    c.version as version
                from DecisionCorrection c join Application a on a.id = c.applicationId where c.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("DecisionCorrection", id));
        guard.requireAward(APPLICATION_VIEW, c.applicationId(), c.authorityId());
        List<Line> lines = Ask.of(em, Line.class, """
                select p.id as positionId, p.no as no, s.name as school, p.category as category, p.description as description, p.appliedCents as appliedCents,
                    l.fromCents as fromCents, l.toCents as toCents
                from DecisionCorrectionLine l join FundingPosition p on p.id = l.positionId join Annex x on x.id = p.annexId join School s on s.id = x.schoolId
                where l.correctionId = :id order by p.no""").set("id", id).list();
        Set<DecisionCorrectionAction> actions = guard.actionsOfAuthority(DecisionCorrectionFlow.FLOW, c.state(), c.authorityId());
        Map<DecisionCorrectionAction, DecisionCorrectionAction> apart = duties.withhold(new Ref("DecisionCorrection", id, c.no()), DecisionCorrectionFlow.FLOW, actions);
        return new View(id, c.no(), c.state(), c.authorityId(), c.applicationId(), c.applicationNo(), c.reason(), c.createdAt(),
                new Binding.Decision(c.wasReference(), c.wasDecidedOn(), c.wasPeriodFrom(), c.wasPeriodTo(), c.wasTerms(), c.wasTermsVersion()),
                new Binding.Decision(c.reference(), c.decidedOn(), c.periodFrom(), c.periodTo(), c.terms(), c.termsVersion()), lines, c.version(), actions, apart,
                history.of("DecisionCorrection", id));
    }

    /**
     * All corrections of the decision on an application, the newest first, at most 200.
     *
     * @throws NotFound if there is no such application, or the asker may not see it
     */
    public List<Short> of(long applicationId) {
        Long authority = Ask.of(em, Long.class, "select a.authorityId as id from Application a where a.id = :id").set("id", applicationId).one()
                .orElseThrow(() -> new NotFound("Application", applicationId));
        guard.requireAward(APPLICATION_VIEW, applicationId, authority);
        return Ask.of(em, Short.class, SHORT + " where c.applicationId = :application order by c.id desc").set("application", applicationId).list(MOST);
    }

    /** What the asker may confirm as a second person, the oldest first, at most 200; without what the asker has proposed. */
    public List<Short> mine() {
        guard.require(APPLICATION_DECIDE);
        Scope scope = guard.visibleSchools(APPLICATION_DECIDE);
        List<Short> found = Ask.of(em, Short.class, SHORT + " where (:everywhere = true or c.authorityId in :authorities) and c.state = :proposed order by c.id")
                .set("everywhere", scope.everywhere()).set("authorities", scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities())
                .set("proposed", DecisionCorrectionState.PROPOSED).list(MOST);
        if (found.isEmpty()) {
            return found;
        }
        Set<Long> own = duties.own("DecisionCorrection", found.stream().map(Short::id).toList(), DecisionCorrectionAction.PROPOSE);
        return found.stream().filter(c -> !own.contains(c.id())).toList();
    }
}
