package de.schulpakt.funding.settlement;

import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.funding.programme.Payout;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Puts together what could be drawn: never more than the grant share of what was spent, or of the plan, less what was drawn. */
@ApplicationScoped
class Proposals {
    /** Lines that one drawdown holds. */
    static final int MOST_LINES = 2000;
    private static final int ALL_BP = 10_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Clock clock;

    /** What stands in the application. */
    record Facts(String no, Long programmeId, Long authorityId, ApplicationState state, Integer ownShareBp, boolean halfUp, Long approvedCents) {
        OwnShare share() {
            return new OwnShare(ownShareBp, halfUp);
        }

        boolean decided() {
            return state == ApplicationState.APPROVED || state == ApplicationState.PARTLY_APPROVED;
        }
    }

    /** An expenditure that was not drawn. */
    record Open(Long postingId, Long budgetId, Long schoolId, Money amount) {
    }

    /** A budget and its weight when something is spread over all. */
    record Weight(Long budgetId, Long schoolId, Long allotted) {
    }

    /** What was drawn before. */
    record Drawn(Long eligibleCents, Long grantCents) {
    }

    /** When the proof of all was accepted. */
    record Proven(LocalDate day) {
    }

    /** How often money was drawn for a school. */
    record Often(Long schoolId, String school, Long times) {
    }

    /** @throws NotFound if there is no such application */
    Facts facts(long applicationId) {
        return Ask.of(em, Facts.class, """
                select a.no as no, a.programmeId as programmeId, a.authorityId as authorityId, a.state as state, a.ownShareBp as ownShareBp,
                    a.ownShareHalfUp as halfUp, (select coalesce(sum(p.approvedCents), 0) from FundingPosition p join Annex x
                    on x.id = p.annexId where x.applicationId = a.id) + coalesce(a.restCents, 0) as approvedCents
                from Application a where a.id = :id""").set("id", applicationId).one().orElseThrow(() -> new NotFound("Application", applicationId));
    }

    /** The day on which the proof of all was accepted, null if it was not: what waits for it is due then. */
    LocalDate provenOn(long applicationId) {
        return Ask.sql(em, Proven.class, "select max(accepted_on) as day from proof where application_id = ?1 and kind = 'FINAL' and state = 'ACCEPTED'")
                .set(1, applicationId).one().map(Proven::day).orElse(null);
    }

    /**
     * What could be drawn today.
     *
     * @param proven true if the proof of use was accepted
     * @throws Refused {@code drawdown.not_decided} before the decision; {@code drawdown.too_often} by a verified rule
     */
    Proposal of(long applicationId, boolean proven) {
        Facts facts = facts(applicationId);
        if (!facts.decided()) {
            throw new Refused("drawdown.not_decided", facts.no());
        }
        LocalDate today = clock.today();
        Payout rule = programmes.payout(facts.programmeId(), today);
        Payout payout = rule == null ? new Payout(List.of(), 0, false) : rule;
        List<Sentence> doubts = new ArrayList<>();
        if (rule == null) {
            doubts.add(Sentence.of("drawdown.no_mode"));
        } else if (!rule.verified()) {
            doubts.add(Sentence.of("drawdown.mode_unverified"));
        }
        Money award = facts.share().grant(Money.of(facts.approvedCents()));
        Drawn live = Ask.of(em, Drawn.class, """
                select coalesce(sum(l.eligibleCents), 0) as eligibleCents, coalesce(sum(l.grantCents), 0) as grantCents from DrawdownLine l
                    join Drawdown d on d.id = l.drawdownId where d.applicationId = :id and l.live = 1""").set("id", applicationId).one().orElseThrow();
        // a drawdown that was repaid frees all of its expenditure, but what was claimed back of it is not drawn again
        long claimed = Ask.of(em, Long.class, """
                select coalesce(sum(x.grantCents), 0) from RecoveryPart x join Drawdown d on d.id = x.drawdownId
                where d.applicationId = :id and d.state = :repaid""").set("id", applicationId).set("repaid", DrawdownState.REPAID).one().orElse(0L);
        Drawn before = new Drawn(live.eligibleCents(), live.grantCents() + claimed);
        int due = payout.dueBp(today, proven);
        List<Proposal.Line> lines = payout.steps().isEmpty() ? spent(applicationId, facts.share(), award, before, due)
                : spread(applicationId, part(award, due).minus(Money.of(before.grantCents())));
        often(applicationId, facts.programmeId(), lines, today, doubts);
        return new Proposal(applicationId, facts.authorityId(), !payout.steps().isEmpty(), award, Money.of(before.grantCents()), lines, doubts);
    }

    /** Each expenditure brings the difference that it makes to the rounded grant of all; what was held back before comes first. */
    private List<Proposal.Line> spent(long applicationId, OwnShare share, Money award, Drawn before, int due) {
        Money eligible = Money.of(before.eligibleCents());
        List<Proposal.Line> lines = new ArrayList<>(spread(applicationId, due(share, eligible, award, due).minus(Money.of(before.grantCents()))));
        for (Open open : open(applicationId)) {
            Money with = eligible.plus(open.amount());
            lines.add(new Proposal.Line(open.budgetId(), open.schoolId(), open.postingId(), open.amount(),
                    due(share, with, award, due).minus(due(share, eligible, award, due))));
            eligible = with;
        }
        return lines;
    }

    /**
     * What may be drawn in all by now: by the plan of the programme, otherwise the grant share of what was spent, at most the whole grant. Where the
     * programme names no mode of payment, the whole grant.
     *
     * @param spent  expenditure, own share included
     * @param proven true if the proof of use was accepted
     * @param day    whose mode of payment holds; the steps of its plan are those that have come by today
     */
    Money due(Facts facts, Money spent, boolean proven, LocalDate day) {
        Money award = facts.share().grant(Money.of(facts.approvedCents()));
        Payout payout = programmes.payout(facts.programmeId(), day);
        if (payout == null) {
            return award;
        }
        int due = payout.dueBp(clock.today(), proven);
        return payout.steps().isEmpty() ? due(facts.share(), spent, award, due) : part(award, due);
    }

    private static Money due(OwnShare share, Money eligible, Money award, int bp) {
        Money grant = share.grant(eligible);
        return part(grant.compareTo(award) > 0 ? award : grant, bp);
    }

    private static Money part(Money grant, int bp) {
        return Money.of(Math.floorDiv(Math.multiplyExact(grant.cents(), (long) bp), (long) ALL_BP));
    }

    private List<Open> open(long applicationId) {
        return Ask.of(em, Open.class, """
                select p.id as postingId, b.id as budgetId, b.schoolId as schoolId, p.amountCents as amount
                from Posting p join Budget b on b.id = p.budgetId
                where b.applicationId = :id and p.kind in :kinds and not exists (
                    select l.id from DrawdownLine l where l.postingId = p.id and l.live = 1) order by p.id""")
                .set("id", applicationId).set("kinds", List.of(PostingKind.SPEND, PostingKind.CORRECT)).list(MOST_LINES);
    }

    /** An amount over all budgets of the application, as they are allotted. */
    private List<Proposal.Line> spread(long applicationId, Money amount) {
        if (amount.equals(Money.ZERO)) {
            return List.of();
        }
        List<Weight> budgets = Ask.of(em, Weight.class, """
                select b.id as budgetId, b.schoolId as schoolId, b.allottedCents as allotted from Budget b
                where b.applicationId = :id and b.positionId is not null and b.allottedCents > 0 order by b.id""").set("id", applicationId).list();
        if (budgets.isEmpty()) {
            return List.of();
        }
        long[] parts = amount.split(budgets.stream().mapToLong(Weight::allotted).toArray());
        return IntStream.range(0, parts.length).filter(i -> parts[i] != 0).mapToObj(i -> new Proposal.Line(budgets.get(i).budgetId(),
                budgets.get(i).schoolId(), null, Money.ZERO, Money.of(parts[i]))).toList();
    }

    private void often(long applicationId, long programmeId, List<Proposal.Line> lines, LocalDate today, List<Sentence> doubts) {
        ProgrammeQueries.Rule most = programmes.rule(RuleKind.DRAWS_PER_SCHOOL, programmeId, null, today);
        if (most == null) {
            return;
        }
        List<Long> schools = lines.stream().map(Proposal.Line::schoolId).distinct().toList();
        Ask.of(em, Often.class, """
                select b.schoolId as schoolId, s.name as school, count(distinct l.drawdownId) as times from DrawdownLine l
                    join Drawdown d on d.id = l.drawdownId join Budget b on b.id = l.budgetId join School s on s.id = b.schoolId
                where d.applicationId = :id and l.live = 1 group by b.schoolId, s.name order by s.name""").set("id", applicationId).list().stream()
                .filter(o -> schools.contains(o.schoolId()) && o.times() >= Long.parseLong(most.value())).forEach(o -> {
                    if (most.verified()) {
                        throw new Refused("drawdown.too_often", o.school(), most.value());
                    }
                    doubts.add(Sentence.of("drawdown.too_often", o.school(), most.value()));
                });
    }
}
