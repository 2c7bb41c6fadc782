package de.schulpakt.funding.settlement;

import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.programme.Category;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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
    DrawdownRules rules;
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

    /**
     * An expenditure that was not drawn.
     *
     * @param schoolId null for what the authority spent for itself, as position and category
     * @param source   as the ledger keeps it, null for a correction
     */
    record Open(Long postingId, Long budgetId, Integer positionNo, Category category, Long schoolId, String school, String source, Instant at, String note,
            Money amount) {
    }

    /** A budget and its weight when something is spread over all. */
    record Weight(Long budgetId, Long schoolId, Long allotted, Integer positionNo, Category category, String school) {
    }

    /** Grant money that was drawn of a budget. */
    record DrawnOf(Long budgetId, Long cents) {
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
     * @param chosen what is taken along of what was spent, by posting; null: what the rules propose. A rule that speaks against a line is told
     *               with it, and does not refuse here
     * @throws Refused {@code drawdown.not_decided} before the decision; {@code drawdown.too_often} by a verified rule; {@code drawdown.line_gone} if
     *                 something is chosen that was not spent or is drawn already
     */
    Proposal of(long applicationId, boolean proven, Set<Long> chosen) {
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
        boolean planned = !payout.steps().isEmpty();
        List<Judged> open = planned ? List.of() : rules.judge(applicationId, facts, open(applicationId), chosen);
        if (chosen != null) {
            Set<Long> there = open.stream().map(j -> j.open().postingId()).collect(Collectors.toSet());
            chosen.stream().filter(id -> !there.contains(id)).sorted().findFirst().ifPresent(id -> {
                throw new Refused("drawdown.line_gone", facts.no());
            });
        }
        int notDue = rules.notDue(facts.programmeId(), open);
        if (notDue > 0) {
            doubts.add(Sentence.of("drawdown.advance_open", notDue));
        }
        List<Proposal.Part> parts = planned ? parts(applicationId, facts, part(award, due), Money.of(before.grantCents())) : List.of();
        List<Proposal.Line> lines = planned ? parts.stream().filter(Proposal.Part::taken).map(p -> new Proposal.Line(p.of().budgetId(), p.of().schoolId(), null,
                Money.ZERO, p.grant(), p.reasons().stream().map(Judged.Reason::words).toList())).toList()
                : spent(applicationId, facts.share(), award, before, due, open);
        often(applicationId, facts.programmeId(), lines, today, doubts);
        return new Proposal(applicationId, facts.authorityId(), planned, award, Money.of(before.grantCents()), lines, open, parts, doubts);
    }

    /** Each expenditure brings the difference that it makes to the rounded grant of all; what was held back before comes first. */
    private List<Proposal.Line> spent(long applicationId, OwnShare share, Money award, Drawn before, int due, List<Judged> judged) {
        Money eligible = Money.of(before.eligibleCents());
        List<Proposal.Line> lines = new ArrayList<>(spread(applicationId, due(share, eligible, award, due).minus(Money.of(before.grantCents()))));
        for (Judged taken : judged) {
            if (!taken.taken()) {
                continue;
            }
            Open open = taken.open();
            Money with = eligible.plus(open.amount());
            lines.add(new Proposal.Line(open.budgetId(), open.schoolId(), open.postingId(), open.amount(),
                    due(share, with, award, due).minus(due(share, eligible, award, due)), taken.reasons().stream().map(Judged.Reason::words).toList()));
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
     * @param payout how it comes; null: nobody says
     * @param day    on which the steps of a plan have come, or not
     */
    static Money due(Facts facts, Money spent, boolean proven, Payout payout, LocalDate day) {
        Money award = facts.share().grant(Money.of(facts.approvedCents()));
        if (payout == null) {
            return award;
        }
        int due = payout.dueBp(day, proven);
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
                select p.id as postingId, b.id as budgetId, f.no as positionNo, b.category as category, b.schoolId as schoolId, s.name as school,
                    p.source as source, p.at as at_, p.note as note, p.amountCents as amount
                from Posting p left join Budget b on b.id = p.budgetId left join FundingPosition f on f.id = b.positionId left join School s on s.id = b.schoolId
                where b.applicationId = :id and p.kind in :kinds and not exists (
                    select l.id from DrawdownLine l where l.postingId = p.id and l.live = 1) order by p.id""")
                .set("id", applicationId).set("kinds", List.of(PostingKind.SPEND, PostingKind.CORRECT)).list(MOST_LINES);
    }

    /** An amount over all budgets of the application, as they are allotted. */
    private List<Proposal.Line> spread(long applicationId, Money amount) {
        if (amount.equals(Money.ZERO)) {
            return List.of();
        }
        List<Weight> budgets = budgets(applicationId);
        if (budgets.isEmpty()) {
            return List.of();
        }
        long[] parts = amount.split(budgets.stream().mapToLong(Weight::allotted).toArray());
        return IntStream.range(0, parts.length).filter(i -> parts[i] != 0).mapToObj(i -> new Proposal.Line(budgets.get(i).budgetId(),
                budgets.get(i).schoolId(), null, Money.ZERO, Money.of(parts[i]), List.of())).toList();
    }

    private List<Weight> budgets(long applicationId) {
        return Ask.of(em, Weight.class, """
                select b.id as budgetId, b.schoolId as schoolId, b.allottedCents as allotted, f.no as positionNo, b.category as category, s.name as school
                from Budget b join FundingPosition f on f.id = b.positionId join School s on s.id = b.schoolId
                where b.applicationId = :id and b.allottedCents > 0 order by b.id""").set("id", applicationId).list();
    }

    /**
     * What the plan brings each position now: its share of all that is due, less what was drawn of it. So a part that a rule has held back comes
     * later, and nobody else gets it meanwhile. Together never more than is due and not drawn.
     */
    private List<Proposal.Part> parts(long applicationId, Facts facts, Money due, Money drawn) {
        Money amount = due.minus(drawn);
        List<Weight> budgets = amount.equals(Money.ZERO) ? List.of() : budgets(applicationId);
        if (budgets.isEmpty()) {
            return List.of();
        }
        long[] weights = budgets.stream().mapToLong(Weight::allotted).toArray();
        long[] parts = due.split(weights);
        if (amount.cents() < 0) {
            parts = amount.split(weights);
        } else if (drawn.cents() > 0) {
            Map<Long, Long> had = Ask.of(em, DrawnOf.class, """
                    select l.budgetId as budgetId, sum(l.grantCents) as cents from DrawdownLine l join Drawdown d on d.id = l.drawdownId
                    where d.applicationId = :id and l.live = 1 group by l.budgetId""").set("id", applicationId).list().stream()
                    .collect(Collectors.toMap(DrawnOf::budgetId, DrawnOf::cents));
            for (int i = 0; i < parts.length; i++) {
                parts[i] = Math.max(0, parts[i] - had.getOrDefault(budgets.get(i).budgetId(), 0L));
            }
            // more was drawn elsewhere, or claimed back: nobody gets more than is due in all
            if (LongStream.of(parts).sum() > amount.cents()) {
                parts = amount.split(parts);
            }
        }
        return rules.judgeParts(applicationId, facts, budgets, parts);
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
