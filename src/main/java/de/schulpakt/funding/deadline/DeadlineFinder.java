package de.schulpakt.funding.deadline;

import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.inquiry.InquirySide;
import de.schulpakt.funding.inquiry.InquiryState;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.proof.ProofKind;
import de.schulpakt.funding.proof.ProofState;
import de.schulpakt.funding.revision.RevisionState;
import de.schulpakt.funding.settlement.DrawdownState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reckons the deadlines of an authority from rules, decisions and drawdowns. */
@ApplicationScoped
class DeadlineFinder {
    private static final List<ApplicationState> DECIDED = List.of(ApplicationState.APPROVED, ApplicationState.PARTLY_APPROVED);
    private static final String OBJECTION_SOURCE = "VwGO § 70; Bekanntgabe und Rechtsbehelfsbelehrung im Bescheid prüfen";
    private static final int BACK = 365;
    private static final int AHEAD = 1100;

    @PersistenceContext
    EntityManager em;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Clock clock;

    /**
     * A deadline.
     *
     * @param by      day that rule or decision names
     * @param on      day on which it is due, a working day where something is to be handed in
     * @param link    subject whose page tells more: Application, Drawdown, Inquiry, Proof, Programme or Revision
     * @param source  where the rule stands; null for a decision
     */
    record Found(FundingDeadline kind, Long subjectId, String subject, String link, Long linkId, String programme, LocalDate by, LocalDate on,
            boolean verified, String source) {
    }

    /** An application with what its deadlines follow from. */
    record Application(Long id, String no, ApplicationState state, LocalDate decidedOn, LocalDate periodTo, Long programmeId, String programme, String federal, Long proven, Long photos) {
    }

    /** A media concept that is to follow. */
    record Concept(Long id, String school, Long applicationId, String programme, LocalDate dueOn, String federal) {
    }

    /** Money that is to be spent. */
    record Money(Long id, String no, String programme, LocalDate spendByOn) {
    }

    /** Something about a proof that is due. */
    record Asked(Long id, String no, String programme, LocalDate dueOn, String federal) {
        Found as(FundingDeadline kind) {
            return new Found(kind, id, no, "Proof", id, programme, dueOn, WorkingDays.from(dueOn, federal), true, null);
        }
    }

    /** A question that is to be answered, or a decision against which an objection is open. */
    record Due(Long id, String no, String programme, LocalDate day, String federal) {
        Found as(FundingDeadline kind, String link, LocalDate by, boolean verified, String source) {
            return new Found(kind, id, no, link, id, programme, by, WorkingDays.from(by, federal), verified, source);
        }
    }

    /** All of an authority from a year ago on, by day. */
    List<Found> of(long authorityId) {
        LocalDate today = clock.today();
        List<Found> all = new ArrayList<>();
        Map<Long, String> reported = new LinkedHashMap<>();
        Map<Long, Map<RuleKind, ProgrammeQueries.Rule>> rules = new HashMap<>();
        for (Application a : Ask.of(em, Application.class, """
                select a.id as id, a.no as no, a.state as state, a.decidedOn as decidedOn, a.periodTo as periodTo, g.id as programmeId, g.name as programme, (select min(k.stateCode) from School k where k.authorityId = t.id and k.isSchool = true) as federal,
                    (select count(p) from Proof p where p.applicationId = a.id and p.kind = :final and p.state in :handedIn) as proven,
                    (select count(f) from Paper f join PaperKind k on k.id = f.kindId where f.subjectType = 'Application' and f.subjectId = a.id and k.code = 'PUBLICITY' and f.removedAt is null) as photos
                from Application a join Programme g on g.id = a.programmeId join Authority t on t.id = a.authorityId
                where a.authorityId = :authority and a.state in :states order by a.id""").set("authority", authorityId).set("final", ProofKind.FINAL)
                .set("handedIn", List.of(ProofState.SUBMITTED, ProofState.QUERIED, ProofState.ACCEPTED))
                .set("states", Stream.concat(DECIDED.stream(), Stream.of(ApplicationState.DRAFT, ApplicationState.REJECTED)).toList()).list()) {
            Map<RuleKind, ProgrammeQueries.Rule> of = rules.computeIfAbsent(a.programmeId(), id -> rules(id, today));
            if (a.state() == ApplicationState.DRAFT) {
                ProgrammeQueries.Rule until = of.get(RuleKind.APPLY_UNTIL);
                if (until != null) {
                    all.add(found(FundingDeadline.APPLY_UNTIL, a, LocalDate.parse(until.value()), until));
                }
                continue;
            }
            objection(a, today, all);
            if (a.state() == ApplicationState.REJECTED) {
                continue;
            }
            reported.put(a.programmeId(), a.programme());
            if (a.periodTo() != null) {
                all.add(found(FundingDeadline.PERIOD_END, a, a.periodTo(), null));
                ProgrammeQueries.Rule line = of.get(RuleKind.PUBLICITY_LINE);
                if (line != null && a.photos() == 0 && a.proven() == 0) {
                    all.add(found(FundingDeadline.PUBLICITY, a, a.periodTo(), line));
                }
                ProgrammeQueries.Rule proof = of.get(RuleKind.PROOF_MONTHS);
                if (proof != null && a.proven() == 0) {
                    all.add(found(FundingDeadline.PROOF_DUE, a, a.periodTo().plusMonths(Long.parseLong(proof.value())), proof));
                }
            }
        }
        concepts(authorityId, all);
        Ask.of(em, Money.class, """
                select d.id as id, d.no as no, g.name as programme, d.spendByOn as spendByOn from Drawdown d join Application a
                    on a.id = d.applicationId join Programme g on g.id = a.programmeId
                where d.authorityId = :authority and d.state = :received and d.spendByOn is not null""").set("authority", authorityId)
                .set("received", DrawdownState.RECEIVED).list().forEach(m -> all.add(new Found(FundingDeadline.SPEND_BY, m.id(), m.no(), "Drawdown",
                        m.id(), m.programme(), m.spendByOn(), m.spendByOn(), true, null)));
        proofs(authorityId, all);
        letters(authorityId, today, all);
        keyDates(reported, today, all);
        all.removeIf(d -> d.on().isBefore(today.minusDays(BACK)) || d.on().isAfter(today.plusDays(AHEAD)));
        all.sort(Comparator.comparing(Found::on).thenComparing(Found::kind).thenComparing(Found::subjectId));
        return all;
    }

    /**
     * An objection is open for a month from the day on which the decision was made known. That day is not recorded: it is reckoned from the day of
     * the decision, which is never too late, and once it is over nothing reminds of it.
     */
    private static void objection(Application a, LocalDate today, List<Found> all) {
        if (a.decidedOn() == null || a.state() == ApplicationState.APPROVED) {
            return;
        }
        LocalDate by = a.decidedOn().plusMonths(1);
        LocalDate on = WorkingDays.from(by, a.federal());
        if (!on.isBefore(today)) {
            all.add(new Found(FundingDeadline.OBJECTION, a.id(), a.no(), "Application", a.id(), a.programme(), by, on, false, OBJECTION_SOURCE));
        }
    }

    private void concepts(long authorityId, List<Found> all) {
        for (Concept c : Ask.of(em, Concept.class, """
                select x.id as id, s.name as school, a.id as applicationId, g.name as programme, x.conceptDueOn as dueOn, (select min(k.stateCode) from School k where k.authorityId = t.id and k.isSchool = true) as federal
                from Annex x join Application a on a.id = x.applicationId join Programme g on g.id = a.programmeId
                    join School s on s.id = x.schoolId join Authority t on t.id = a.authorityId
                where a.authorityId = :authority and x.conceptDueOn is not null and x.conceptReceivedOn is null and a.state in :states""")
                .set("authority", authorityId).set("states", Stream.concat(DECIDED.stream(), Stream.of(ApplicationState.SUBMITTED)).toList()).list()) {
            all.add(new Found(FundingDeadline.CONCEPT_DUE, c.id(), c.school(), "Application", c.applicationId(), c.programme(), c.dueOn(),
                    WorkingDays.from(c.dueOn(), c.federal()), true, null));
        }
    }

    /** Questions about proofs that are to be answered, and claims that are to be paid. */
    private void proofs(long authorityId, List<Found> all) {
        Ask.of(em, Asked.class, """
                select p.id as id, p.no as no, g.name as programme, p.answerByOn as dueOn, (select min(k.stateCode) from School k where k.authorityId = p.authorityId and k.isSchool = true) as federal
                from Proof p join Application a on a.id = p.applicationId join Programme g on g.id = a.programmeId
                where p.authorityId = :authority and p.state = :queried and p.answerByOn is not null""").set("authority", authorityId)
                .set("queried", ProofState.QUERIED).list().forEach(p -> all.add(p.as(FundingDeadline.PROOF_ANSWER)));
        Ask.of(em, Asked.class, """
                select p.id as id, p.no as no, g.name as programme, min(r.dueOn) as dueOn, (select min(k.stateCode) from School k where k.authorityId = p.authorityId and k.isSchool = true) as federal
                from Recovery r join Proof p on p.id = r.proofId join Application a on a.id = p.applicationId join Programme g on g.id = a.programmeId
                where p.authorityId = :authority and r.live = 1 and r.paidOn is null group by p.id, p.no, g.name, p.authorityId""").set("authority", authorityId).list()
                .forEach(p -> all.add(p.as(FundingDeadline.RECOVERY_DUE)));
    }

    /** What the granting body asks, and its later decisions that give less than was asked for. */
    private void letters(long authorityId, LocalDate today, List<Found> all) {
        Ask.of(em, Due.class, """
                select q.id as id, q.no as no, g.name as programme, q.dueOn as day_, (select min(k.stateCode) from School k where k.authorityId = q.authorityId and k.isSchool = true) as federal
                from Inquiry q join Application a on a.id = q.applicationId join Programme g on g.id = a.programmeId
                where q.authorityId = :authority and q.state = :open and q.side = :theirs and q.dueOn is not null""").set("authority", authorityId).set("open", InquiryState.OPEN)
                .set("theirs", InquirySide.GRANTING_BODY).list()
                .forEach(q -> all.add(q.as(FundingDeadline.INQUIRY_ANSWER, "Inquiry", q.day(), true, null)));
        Ask.of(em, Due.class, """
                select r.id as id, r.no as no, g.name as programme, r.decidedOn as day_, (select min(k.stateCode) from School k where k.authorityId = r.authorityId and k.isSchool = true) as federal
                from Revision r join Application a on a.id = r.applicationId join Programme g on g.id = a.programmeId
                where r.authorityId = :authority and r.state in :less and r.decidedOn > :since""").set("authority", authorityId)
                .set("less", List.of(RevisionState.PARTLY_APPROVED, RevisionState.REJECTED, RevisionState.REVOKED)).set("since", today.minusMonths(2)).list().stream()
                .map(r -> r.as(FundingDeadline.REVISION_OBJECTION, "Revision", r.day().plusMonths(1), false, OBJECTION_SOURCE)).filter(r -> !r.on().isBefore(today))
                .forEach(all::add);
    }

    /** The last key date and the next two of each programme that has paid something. */
    private void keyDates(Map<Long, String> reported, LocalDate today, List<Found> all) {
        for (ProgrammeQueries.Days days : programmes.reportDays()) {
            if (reported.containsKey(days.programmeId())) {
                Stream.of(-1, 0, 1).flatMap(y -> days.days().stream().map((MonthDay d) -> d.atYear(today.getYear() + y)))
                        .filter(d -> d.isAfter(today.minusDays(60)) && d.isBefore(today.plusDays(BACK))).forEach(d -> all.add(new Found(
                                FundingDeadline.KEY_DATE, days.programmeId(), days.programme(), "Programme", days.programmeId(), days.programme(), d, d, days.verified(), null)));
            }
        }
    }

    private Map<RuleKind, ProgrammeQueries.Rule> rules(long programmeId, LocalDate today) {
        Map<RuleKind, ProgrammeQueries.Rule> found = new HashMap<>();
        for (RuleKind kind : List.of(RuleKind.APPLY_UNTIL, RuleKind.PROOF_MONTHS, RuleKind.PUBLICITY_LINE)) {
            found.put(kind, programmes.rule(kind, programmeId, null, today));
        }
        return found;
    }

    private static Found found(FundingDeadline kind, Application a, LocalDate by, ProgrammeQueries.Rule rule) {
        return new Found(kind, a.id(), a.no(), "Application", a.id(), a.programme(), by, kind.moves() ? WorkingDays.from(by, a.federal()) : by,
                rule == null || rule.verified(), rule == null ? null : rule.source());
    }
}
