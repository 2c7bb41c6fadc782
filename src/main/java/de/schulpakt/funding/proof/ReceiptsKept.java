package de.schulpakt.funding.proof;

import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.paper.PaperHold;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Papers of a grant are kept until its final proof of use was handed in, and so many years after it as the programme's rule says
 * (KEEP_YEARS). A rule that nobody has verified holds papers back, too: what is removed cannot be brought back.
 */
@ApplicationScoped
public class ReceiptsKept implements PaperHold {
    private static final int NO_RULE = -1;
    /** For each subject the question which grants it belongs to. */
    private static final Map<String, String> GRANTS = Map.ofEntries(
            Map.entry("AwardFile", "select distinct o.awardId as subject, b.applicationId as application from PurchaseOrder o join OrderLine l on l.orderId = o.id"
                    + " join OrderPayer p on p.orderLineId = l.id join Budget b on b.id = p.budgetId where o.awardId in :ids and b.applicationId is not null"),
            Map.entry("AwardBid", "select distinct x.id as subject, b.applicationId as application from AwardBid x join PurchaseOrder o on o.awardId = x.awardId"
                    + " join OrderLine l on l.orderId = o.id join OrderPayer p on p.orderLineId = l.id join Budget b on b.id = p.budgetId"
                    + " where x.id in :ids and b.applicationId is not null"),
            Map.entry("Application", "select a.id as subject, a.id as application from Application a where a.id in :ids"),
            Map.entry("Decision", "select a.id as subject, a.id as application from Application a where a.id in :ids"),
            Map.entry("Annex", "select x.id as subject, x.applicationId as application from Annex x where x.id in :ids"),
            Map.entry("Revision", "select r.id as subject, r.applicationId as application from Revision r where r.id in :ids"),
            Map.entry("Inquiry", "select q.id as subject, q.applicationId as application from Inquiry q where q.id in :ids"),
            Map.entry("Drawdown", "select d.id as subject, d.applicationId as application from Drawdown d where d.id in :ids"),
            Map.entry("Proof", "select p.id as subject, p.applicationId as application from Proof p where p.id in :ids"),
            Map.entry("PurchaseOrder", "select distinct l.orderId as subject, b.applicationId as application from OrderLine l"
                    + " join OrderPayer p on p.orderLineId = l.id join Budget b on b.id = p.budgetId where l.orderId in :ids and b.applicationId is not null"),
            Map.entry("Request", "select distinct i.requestId as subject, b.applicationId as application from RequestItem i"
                    + " join RequestPayer p on p.requestItemId = i.id join Budget b on b.id = p.budgetId where i.requestId in :ids and b.applicationId is not null"),
            Map.entry("GoodsCheck", "select distinct g.id as subject, b.applicationId as application from GoodsCheck g join DeliveryLine x on x.deliveryId = g.deliveryId"
                    + " join OrderPayer p on p.orderLineId = x.orderLineId join Budget b on b.id = p.budgetId where g.id in :ids and b.applicationId is not null"),
            Map.entry("Invoice", "select distinct x.invoiceId as subject, b.applicationId as application from InvoicePart x"
                    + " join OrderPayer p on p.orderLineId = x.orderLineId join Budget b on b.id = p.budgetId"
                    + " where x.invoiceId in :ids and b.applicationId is not null"),
            Map.entry("Device", "select distinct p.deviceId as subject, b.applicationId as application from DevicePayer p join Budget b on b.id = p.budgetId"
                    + " where p.deviceId in :ids and b.applicationId is not null"));

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    ProgrammeQueries programmes;

    /** A subject of a grant. */
    record Of(Long subject, Long application) {
    }

    /** A grant and the day on which its final proof was handed in, null before. */
    record Grant(Long id, Long programmeId, LocalDate provenOn) {
    }

    /**
     * Until when receipts are kept.
     *
     * @param years    so many after the proof
     * @param until    null as long as the final proof is not handed in
     * @param verified whether the rule was verified
     */
    public record Kept(int years, LocalDate until, boolean verified) {
    }

    @Override
    public Set<Long> held(String subjectType, Set<Long> subjectIds) {
        String question = GRANTS.get(subjectType);
        if (question == null || subjectIds.isEmpty()) {
            return Set.of();
        }
        List<Of> found = Ask.of(em, Of.class, question).set("ids", subjectIds).list();
        Set<Long> running = running(found.stream().map(Of::application).collect(Collectors.toCollection(TreeSet::new)));
        return found.stream().filter(of -> running.contains(of.application())).map(Of::subject).collect(Collectors.toCollection(HashSet::new));
    }

    /** Those of the grants whose receipts must still be kept today. */
    private Set<Long> running(Set<Long> applications) {
        Map<Long, Integer> years = new HashMap<>();
        return applications.isEmpty() ? Set.of() : Ask.of(em, Grant.class, """
                select a.id as id, a.programmeId as programmeId, (select max(p.submittedOn) from Proof p where p.applicationId = a.id and p.kind = :last
                    and p.state in :standing) as provenOn
                from Application a where a.id in :ids and a.state in :granted""").set("ids", applications).set("last", ProofKind.FINAL)
                .set("granted", List.of(ApplicationState.APPROVED, ApplicationState.PARTLY_APPROVED))
                .set("standing", List.of(ProofState.SUBMITTED, ProofState.QUERIED, ProofState.ACCEPTED)).list().stream()
                .filter(g -> g.provenOn() == null || kept(g, years.computeIfAbsent(g.programmeId(), this::years)))
                .map(Grant::id).collect(Collectors.toSet());
    }

    /** Where no rule says for how long, receipts are kept: nothing is guessed, and what is removed cannot be brought back. */
    private boolean kept(Grant grant, int years) {
        return years == NO_RULE || !grant.provenOn().plusYears(years).isBefore(clock.today());
    }

    private int years(Long programme) {
        Integer years = programmes.number(RuleKind.KEEP_YEARS, programme, clock.today());
        return years == null ? NO_RULE : years;
    }

    /** How long the receipts of a grant are kept by the rule of its programme; null if it has none. */
    Kept of(long programme, LocalDate provenOn) {
        ProgrammeQueries.Number rule = programmes.ruleNumber(RuleKind.KEEP_YEARS, programme, clock.today());
        return rule == null ? null : new Kept(rule.value(), provenOn == null ? null : provenOn.plusYears(rule.value()), rule.verified());
    }
}
