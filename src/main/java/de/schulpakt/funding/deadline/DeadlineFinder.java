package de.schulpakt.funding.deadline;

import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.proof.ProofKind;
import de.schulpakt.funding.proof.ProofState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reckons the deadlines of authorities from rules, decisions, drawdowns and bindings: the one place for page, calendar, feed and home. */
@ApplicationScoped
class DeadlineFinder {
    private static final List<ApplicationState> DECIDED = List.of(ApplicationState.APPROVED, ApplicationState.PARTLY_APPROVED);
    private static final String OBJECTION_SOURCE = "VwGO § 70; Bekanntgabe und Rechtsbehelfsbelehrung im Bescheid prüfen";
    private static final int BACK = 365;
    private static final int AHEAD = 1100;
    private static final int BINDING_DAYS = 180;
    private static final int PROGRAMME_DAYS = 400;
    private static final int MOST = 50;

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
     * @param devices how many, for the end of a binding; else null
     * @param source  where the rule stands; null for a decision
     */
    record Found(FundingDeadline kind, Long authorityId, Long subjectId, String subject, String link, Long linkId, String programme, Long devices, LocalDate by, LocalDate on,
            boolean verified, String source) {
    }

    /** An authority with applications, and the state in which its schools lie. */
    record Applicant(Long id, String name, String federal) {
    }

    /** An application with what its deadlines follow from. */
    record Application(Long id, String no, Long authorityId, ApplicationState state, LocalDate decidedOn, LocalDate periodTo, Long programmeId, String programme, LocalDate endsOn, Long proven,
            Long photos) {
        Found found(FundingDeadline kind, LocalDate by, String federal, ProgrammeQueries.Rule rule) {
            return new Found(kind, authorityId, id, no, "Application", id, programme, null, by, kind.moves() ? WorkingDays.from(by, federal) : by,
                    rule == null || rule.verified(), rule == null ? null : rule.source());
        }
    }

    /** What is due by its own day, whatever the programme says. */
    record Due(String kind, Long authorityId, Long subjectId, String subject, String link, Long linkId, String programme, LocalDate on) {
    }

    /** Devices of a programme whose binding ends on the same day. */
    record Bound(Long authorityId, Long programmeId, String programme, Long devices, LocalDate on) {
    }

    /** The authorities that have applications, of these or of all, at most 50, by name. */
    List<Applicant> applicants(boolean everywhere, Collection<Long> authorities) {
        return Ask.of(em, Applicant.class, """
                select t.id as id, t.name as name, (select min(k.stateCode) from School k where k.authorityId = t.id and k.isSchool = true) as federal
                from Authority t where (:everywhere = true or t.id in :authorities) and exists (select a.id from Application a where a.authorityId = t.id)
                order by t.name, t.id""").set("everywhere", everywhere).set("authorities", authorities.isEmpty() ? List.of(-1L) : authorities).list(MOST);
    }

    /** All of these authorities from a year ago on, by day; a fixed number of statements, however many they are. */
    List<Found> of(List<Applicant> applicants) {
        if (applicants.isEmpty()) {
            return List.of();
        }
        LocalDate today = clock.today();
        Map<Long, String> federal = new HashMap<>();
        applicants.forEach(t -> federal.put(t.id(), t.federal()));
        List<Found> all = new ArrayList<>();
        applications(federal, today, all);
        dated(federal, today, all);
        bindings(federal.keySet(), today, all);
        all.removeIf(d -> d.on().isBefore(today.minusDays(BACK)) || d.on().isAfter(today.plusDays(AHEAD)));
        all.sort(Comparator.comparing(Found::on).thenComparing(Found::kind).thenComparing(Found::subjectId));
        return all;
    }

    private void applications(Map<Long, String> federal, LocalDate today, List<Found> all) {
        List<Application> found = Ask.of(em, Application.class, """
                select a.id as id, a.no as no, a.authorityId as authorityId, a.state as state, a.decidedOn as decidedOn, a.periodTo as periodTo, g.id as programmeId, g.name as programme,
                    g.endsOn as endsOn,
                    (select count(p) from Proof p where p.applicationId = a.id and p.kind = :final and p.state in :handedIn) as proven,
                    (select count(f) from Paper f join PaperKind k on k.id = f.kindId where f.subjectType = 'Application' and f.subjectId = a.id and k.code = 'PUBLICITY' and f.removedAt is null) as photos
                from Application a join Programme g on g.id = a.programmeId
                where a.authorityId in :authorities and a.state in :states order by a.id""").set("authorities", federal.keySet()).set("final", ProofKind.FINAL)
                .set("handedIn", List.of(ProofState.SUBMITTED, ProofState.QUERIED, ProofState.ACCEPTED))
                .set("states", Stream.concat(DECIDED.stream(), Stream.of(ApplicationState.DRAFT, ApplicationState.SUBMITTED, ApplicationState.REJECTED)).toList()).list();
        Map<Long, Map<RuleKind, ProgrammeQueries.Rule>> rules = programmes.holding(found.stream().map(Application::programmeId).distinct().toList(),
                List.of(RuleKind.APPLY_UNTIL, RuleKind.PROOF_MONTHS, RuleKind.PUBLICITY_LINE), today);
        Map<Long, Map<Long, String>> reported = new LinkedHashMap<>();
        Map<String, Found> ends = new LinkedHashMap<>();
        for (Application a : found) {
            String state = federal.get(a.authorityId());
            Map<RuleKind, ProgrammeQueries.Rule> of = rules.getOrDefault(a.programmeId(), Map.of());
            if (a.state() == ApplicationState.DRAFT) {
                ProgrammeQueries.Rule until = of.get(RuleKind.APPLY_UNTIL);
                if (until != null) {
                    all.add(a.found(FundingDeadline.APPLY_UNTIL, LocalDate.parse(until.value()), state, until));
                }
                continue;
            }
            objection(a, state, today, all);
            if (a.state() != ApplicationState.REJECTED && !a.endsOn().isBefore(today) && a.endsOn().isBefore(today.plusDays(PROGRAMME_DAYS))) {
                ends.putIfAbsent(a.authorityId() + ":" + a.programmeId(), new Found(FundingDeadline.PROGRAMME_END, a.authorityId(), a.programmeId(), a.programme(), "Programme",
                        a.programmeId(), a.programme(), null, a.endsOn(), a.endsOn(), true, null));
            }
            if (!DECIDED.contains(a.state())) {
                continue;
            }
            reported.computeIfAbsent(a.programmeId(), p -> new LinkedHashMap<>()).put(a.authorityId(), a.programme());
            if (a.periodTo() != null) {
                all.add(a.found(FundingDeadline.PERIOD_END, a.periodTo(), state, null));
                ProgrammeQueries.Rule line = of.get(RuleKind.PUBLICITY_LINE);
                if (line != null && a.photos() == 0 && a.proven() == 0) {
                    all.add(a.found(FundingDeadline.PUBLICITY, a.periodTo(), state, line));
                }
                ProgrammeQueries.Rule proof = of.get(RuleKind.PROOF_MONTHS);
                if (proof != null && a.proven() == 0) {
                    all.add(a.found(FundingDeadline.PROOF_DUE, a.periodTo().plusMonths(Long.parseLong(proof.value())), state, proof));
                }
            }
        }
        all.addAll(ends.values());
        keyDates(reported, today, all);
    }

    /**
     * An objection is open for a month from the day on which the decision was made known. That day is not recorded: it is reckoned from the day of
     * the decision, which is never too late, and once it is over nothing reminds of it.
     */
    private static void objection(Application a, String federal, LocalDate today, List<Found> all) {
        if (a.decidedOn() == null || a.state() == ApplicationState.APPROVED) {
            return;
        }
        LocalDate by = a.decidedOn().plusMonths(1);
        LocalDate on = WorkingDays.from(by, federal);
        if (!on.isBefore(today)) {
            all.add(new Found(FundingDeadline.OBJECTION, a.authorityId(), a.id(), a.no(), "Application", a.id(), a.programme(), null, by, on, false, OBJECTION_SOURCE));
        }
    }

    /**
     * Media concepts that are to follow, money that is to be spent, what is asked about proofs and applications, what is claimed back, and later decisions
     * that give less than was asked for: one statement.
     */
    private void dated(Map<Long, String> federal, LocalDate today, List<Found> all) {
        String ids = federal.keySet().stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        Ask.sql(em, Due.class, """
                select l.kind as kind, l.authority_id as authorityId, l.subject_id as subjectId, l.subject as subject, l.link as link, l.link_id as linkId, l.programme as programme,
                    l.due_on as on_ from (
                  select 'CONCEPT_DUE' kind, a.authority_id, x.id subject_id, s.name subject, 'Application' link, a.id link_id, g.name programme, x.concept_due_on due_on
                    from annex x join application a on a.id = x.application_id join programme g on g.id = a.programme_id join school s on s.id = x.school_id
                    where x.concept_due_on is not null and x.concept_received_on is null and a.state in ('APPROVED', 'PARTLY_APPROVED', 'SUBMITTED') and a.authority_id in (%1$s)
                  union all select 'SPEND_BY', d.authority_id, d.id, d.no, 'Drawdown', d.id, g.name, d.spend_by_on
                    from drawdown d join application a on a.id = d.application_id join programme g on g.id = a.programme_id
                    where d.state = 'RECEIVED' and d.spend_by_on is not null and d.authority_id in (%1$s)
                  union all select 'PROOF_ANSWER', p.authority_id, p.id, p.no, 'Proof', p.id, g.name, p.answer_by_on
                    from proof p join application a on a.id = p.application_id join programme g on g.id = a.programme_id
                    where p.state = 'QUERIED' and p.answer_by_on is not null and p.authority_id in (%1$s)
                  union all select 'RECOVERY_DUE', p.authority_id, p.id, p.no, 'Proof', p.id, g.name, min(r.due_on)
                    from proof_recovery r join proof p on p.id = r.proof_id join application a on a.id = p.application_id join programme g on g.id = a.programme_id
                    where r.live = 1 and r.paid_on is null and p.authority_id in (%1$s) group by p.authority_id, p.id, p.no, g.name
                  union all select 'INQUIRY_ANSWER', q.authority_id, q.id, q.no, 'Inquiry', q.id, g.name, q.due_on
                    from inquiry q join application a on a.id = q.application_id join programme g on g.id = a.programme_id
                    where q.state = 'OPEN' and q.side = 'GRANTING_BODY' and q.due_on is not null and q.authority_id in (%1$s)
                  union all select 'REVISION_OBJECTION', v.authority_id, v.id, v.no, 'Revision', v.id, g.name, v.decided_on
                    from revision v join application a on a.id = v.application_id join programme g on g.id = a.programme_id
                    where v.state in ('PARTLY_APPROVED', 'REJECTED', 'REVOKED') and v.decided_on > ?1 and v.authority_id in (%1$s)) l""".formatted(ids))
                .set(1, today.minusMonths(2)).list().forEach(d -> add(d, federal.get(d.authorityId()), today, all));
    }

    private static void add(Due d, String federal, LocalDate today, List<Found> all) {
        FundingDeadline kind = FundingDeadline.valueOf(d.kind());
        boolean objection = kind == FundingDeadline.REVISION_OBJECTION;
        LocalDate by = objection ? d.on().plusMonths(1) : d.on();
        LocalDate on = kind.moves() ? WorkingDays.from(by, federal) : by;
        if (!objection || !on.isBefore(today)) {
            all.add(new Found(kind, d.authorityId(), d.subjectId(), d.subject(), d.link(), d.linkId(), d.programme(), null, by, on, !objection, objection ? OBJECTION_SOURCE : null));
        }
    }

    /** Devices whose binding ends soon, by programme and day. */
    private void bindings(Collection<Long> authorities, LocalDate today, List<Found> all) {
        Ask.of(em, Bound.class, """
                select s.authorityId as authorityId, g.id as programmeId, g.name as programme, count(d) as devices, d.bindingEndOn as on_
                from Device d join School s on s.id = d.schoolId join Budget b on b.id = d.budgetId join Programme g on g.id = b.programmeId
                where d.bindingEndOn >= :today and d.bindingEndOn <= :until and d.state <> de.schulpakt.inventory.device.DeviceState.RETIRED and s.authorityId in :authorities
                group by s.authorityId, g.id, g.name, d.bindingEndOn order by d.bindingEndOn, g.id""").set("today", today).set("until", today.plusDays(BINDING_DAYS))
                .set("authorities", authorities).list(MOST * Math.max(1, authorities.size())).forEach(b -> all.add(new Found(FundingDeadline.BINDING_END, b.authorityId(), b.programmeId(), b.programme(), "Programme",
                        b.programmeId(), b.programme(), b.devices(), b.on(), b.on(), true, null)));
    }

    /** The last key date and the next two of each programme that has paid something. */
    private void keyDates(Map<Long, Map<Long, String>> reported, LocalDate today, List<Found> all) {
        for (ProgrammeQueries.Days days : programmes.reportDays()) {
            for (Long authority : reported.getOrDefault(days.programmeId(), Map.of()).keySet()) {
                Stream.of(-1, 0, 1).flatMap(y -> days.days().stream().map((MonthDay d) -> d.atYear(today.getYear() + y)))
                        .filter(d -> d.isAfter(today.minusDays(60)) && d.isBefore(today.plusDays(BACK))).forEach(d -> all.add(new Found(FundingDeadline.KEY_DATE, authority,
                                days.programmeId(), days.programme(), "Programme", days.programmeId(), days.programme(), null, d, d, days.verified(), null)));
            }
        }
    }
}
