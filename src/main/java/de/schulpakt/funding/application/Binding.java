package de.schulpakt.funding.application;

import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.identity.Steps;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What binds of an application, for its later versions: what stands, what may be asked for on top, and what a later decision makes of
 * it. Amounts are eligible expenditure, own share included, in cents.
 */
@UseCases
@Unguarded("Inner doors: the use case that changes a version has asked the guard.")
public class Binding {
    /** A position as it binds. */
    public record Position(Long id, Long schoolId, Integer no, Category category, String description, Long appliedCents, Long approvedCents) {
    }

    /**
     * An application as it binds.
     *
     * @param grantedCents what is approved in all, what no position has included
     */
    public record Base(Long id, String no, Long programmeId, Long authorityId, boolean decided, LocalDate decidedOn, LocalDate periodTo, long grantedCents,
            List<Position> positions) {
        /** One of its positions. */
        public Position position(Long positionId) {
            return positions.stream().filter(p -> p.id().equals(positionId)).findFirst().orElseThrow(() -> new NotFound("FundingPosition", positionId));
        }
    }

    /** What is asked for on top at a school, or less than nothing. */
    public record More(Long schoolId, Category category, long cents) {
    }

    /**
     * A position that is to rise.
     *
     * @param positionId null for one that there was not
     * @param pieces     of one that there was not; null if nothing is said
     * @param to         eligible expenditure that it is to have, own share included
     */
    public record Raised(Long positionId, Category category, String description, Integer pieces, Money to) {
    }

    /**
     * What a later decision makes of a position.
     *
     * @param source     what causes it, e.g. {@code revision_line:7}
     * @param positionId null for one that there was not
     * @param detail     how many at which price and when, of one that there was not; null if nothing is said
     */
    public record Bound(String source, Long positionId, Long schoolId, Category category, String description, Money applied, Money approved, Applications.Detail detail) {
    }

    /** What a decision says beside its amounts; terms are null if it names none. */
    public record Decision(String reference, LocalDate decidedOn, LocalDate periodFrom, LocalDate periodTo, String terms, String termsVersion) {
    }

    private record Purse(Long positionId, Long budgetId) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    SchoolAuthorities authorities;
    @Inject
    ApplicationRules rules;
    @Inject
    Budgets budgets;
    @Inject
    News news;
    @Inject
    Clock clock;

    /** An application as it binds now, its row locked: of two versions that are sent or decided at once the second sees what the first did. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Base lock(long applicationId) {
        return base(Find.locked(em, Application.class, applicationId));
    }

    /** The same, for a draft that nothing is done with yet. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Base of(long applicationId) {
        return base(Find.one(em, Application.class, applicationId));
    }

    private Base base(Application a) {
        List<Position> positions = Ask.of(em, Position.class, """
                select p.id as id, x.schoolId as schoolId, p.no as no, p.category as category, p.description as description, p.appliedCents as appliedCents,
                    coalesce(p.approvedCents, 0) as approvedCents
                from FundingPosition p join Annex x on x.id = p.annexId where x.applicationId = :id order by p.no""").set("id", a.id()).list();
        return new Base(a.id(), a.ref().no(), a.programmeId(), a.authorityId(), a.state() == ApplicationState.APPROVED || a.state() == ApplicationState.PARTLY_APPROVED,
                a.decidedOn(), a.periodTo(), positions.stream().mapToLong(Position::approvedCents).sum() + (a.restCents() == null ? 0 : a.restCents()), positions);
    }

    /** Grant money for an expenditure, with the own share that was frozen when the application was submitted. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Money grant(long applicationId, Money eligible) {
        return Find.one(em, Application.class, applicationId).ownShare().grant(eligible);
    }

    /**
     * Asks the rules and the ceiling what they say to more; what was asked for counts until it is decided.
     *
     * @param waiting what other versions ask for in mobile devices
     * @param inTime  whether it must come before the last day for applications, as what asks for more in all must
     * @return what rules that nobody has verified would have refused
     * @throws Refused {@code application.over_ceiling}, {@code application.mobile_cap}, {@code application.category_not_allowed},
     *                 {@code application.too_late}, {@code application.programme_over}, {@code application.no_ceiling} as a submission
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public List<Sentence> ask(long applicationId, List<More> more, List<More> waiting, boolean inTime) {
        Application application = Find.locked(em, Application.class, applicationId);
        List<Sentence> doubts = rules.mayBeRaised(application, more, waiting, inTime, clock.today());
        application.pending(Money.of(Math.max(0, more.stream().mapToLong(More::cents).sum())));
        return doubts;
    }

    /**
     * Asks the ceiling, and the bound of mobile devices, whether a decision may give so much more; no day of the rules stands against it.
     *
     * @param waiting what other versions ask for in mobile devices
     * @return what rules that nobody has verified would have refused
     * @throws Refused {@code application.over_ceiling}, {@code application.mobile_cap}, {@code application.no_ceiling}
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public List<Sentence> mayRise(long applicationId, List<More> more, List<More> waiting) {
        return rules.mayRise(Find.locked(em, Application.class, applicationId), more, waiting, clock.today());
    }

    /**
     * Asks the lump sums of the programme: where one stands for a piece, a position rises to no more than its pieces bring. One that names no
     * quantity is not judged.
     *
     * @return what rules that nobody has verified would have refused
     * @throws Refused {@code revision.over_lump_sum}
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public List<Sentence> lumpSums(long applicationId, List<Raised> lines) {
        Application application = Find.one(em, Application.class, applicationId);
        List<Raised> counted = lines.stream().map(l -> l.positionId() == null ? l : new Raised(l.positionId(), l.category(), l.description(),
                Find.one(em, FundingPosition.class, l.positionId()).detail().quantity(), l.to())).filter(l -> l.pieces() != null).toList();
        return counted.isEmpty() ? List.of() : rules.lumpSums(application, counted, clock.today());
    }

    /**
     * Asks R12 with these amounts approved: what accompanies a measure is paid only with it. Asked of what changes, and of what loses its measure.
     *
     * @param approved by position
     * @return what a rule that nobody has verified would have refused
     * @throws Refused {@code application.accompanying_alone}
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public List<Sentence> accompanied(long applicationId, Map<Long, Long> approved) {
        Application application = Find.locked(em, Application.class, applicationId);
        return rules.accompanied(application, em.createQuery("select p from FundingPosition p where p.annexId in (select x.id from Annex x where x.applicationId = :id) order by p.no",
                FundingPosition.class).setParameter("id", applicationId).getResultList(), approved, clock.today());
    }

    /** What was asked for on top counts no longer: it is decided or taken back. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void answered(long applicationId, Money asked) {
        Find.locked(em, Application.class, applicationId).pending(Money.ZERO.minus(asked));
    }

    /**
     * Lets the approval period end on another day.
     *
     * @return what rules that nobody has verified would have refused
     * @throws Refused {@code application.period_outside}, {@code application.period_missing} for a day before it begins
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public List<Sentence> endOn(long applicationId, LocalDate periodTo, LocalDate decidedOn) {
        Application application = Find.locked(em, Application.class, applicationId);
        if (!application.mayEndOn(periodTo)) {
            throw new Refused("application.period_missing");
        }
        List<Sentence> doubts = rules.mayEnd(application, periodTo, decidedOn);
        application.endsOn(periodTo);
        return doubts;
    }

    /** What the decision says now; a conflict for who saw an older version of the application, null asks for none. */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Decision decision(long applicationId, Integer seen) {
        Application application = Find.locked(em, Application.class, applicationId);
        if (seen != null) {
            Conflict.unlessSame(application.ref(), seen, application.version());
        }
        return application.decision();
    }

    /**
     * Asks the rules whether a decision may say this; changes nothing.
     *
     * @return what rules that nobody has verified would have refused
     * @throws Refused as {@link Applications#decide} for days, period and terms
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public List<Sentence> mayBeCorrected(long applicationId, Decision to) {
        Application application = Find.locked(em, Application.class, applicationId);
        if (to.decidedOn().isBefore(application.submittedOn())) {
            throw new Refused("application.decided_before_submitted", to.decidedOn(), application.submittedOn());
        }
        if (to.terms() == null && to.termsVersion() != null) {
            throw new Refused("application.terms_unnamed", to.termsVersion());
        }
        return rules.mayBeDecided(application, new Applications.Decide(null, to.reference(), to.decidedOn(), to.periodFrom(), to.periodTo(), List.of(), null, null, to.terms(),
                to.termsVersion()), ApplicationAction.CORRECT_TO_PART, clock.today());
    }

    /**
     * Lets the decision say something else than was captured; the amounts follow by {@link #bind}.
     *
     * @param all  whether it approves all that was applied for from now on
     * @param said what the history says of it
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public void correct(long applicationId, Decision to, boolean all, Said said) {
        Application application = Find.locked(em, Application.class, applicationId);
        var step = steps.on(application, all ? ApplicationAction.CORRECT_TO_ALL : ApplicationAction.CORRECT_TO_PART, application.version());
        application.decided(to.reference(), to.decidedOn(), to.periodFrom(), to.periodTo(), application.restCents());
        application.under(to.terms(), to.termsVersion());
        step.record(said);
    }

    /**
     * Lets a later decision bind: positions change, new ones are made, budgets follow by postings. Money last, in the order of the budgets.
     *
     * @return the position of each line, by its source
     * @throws Refused {@code budget.not_enough} where less is left than is bound
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = Exception.class)
    public Map<String, Long> bind(long applicationId, List<Bound> lines, String note) {
        Application application = Find.locked(em, Application.class, applicationId);
        Map<String, Long> positions = new HashMap<>();
        Map<Long, Money> signed = new HashMap<>();
        for (Bound line : lines) {
            FundingPosition position = line.positionId() == null ? added(application, line) : Find.one(em, FundingPosition.class, line.positionId());
            signed.put(position.id(), line.approved().minus(position.approved()));
            position.rebind(line.description(), line.applied(), line.approved());
            positions.put(line.source(), position.id());
        }
        em.flush();
        Map<Long, Long> purses = new HashMap<>();
        if (!positions.isEmpty()) {
            Ask.of(em, Purse.class, "select b.positionId as positionId, b.id as budgetId from Budget b where b.positionId in :ids").set("ids", positions.values()).list()
                    .forEach(p -> purses.put(p.positionId(), p.budgetId()));
        }
        budgets.lockInOrder(lines.stream().map(l -> purses.get(positions.get(l.source()))).filter(Objects::nonNull).toList());
        Set<Long> told = new HashSet<>();
        List<Bound> inOrder = new ArrayList<>(lines);
        inOrder.sort((a, b) -> Long.compare(purses.getOrDefault(positions.get(a.source()), Long.MAX_VALUE), purses.getOrDefault(positions.get(b.source()), Long.MAX_VALUE)));
        for (Bound line : inOrder) {
            Long position = positions.get(line.source());
            Money change = signed.get(position);
            if (change.cents() == 0) {
                continue;
            }
            Long budget = purses.get(position);
            if (budget != null) {
                budgets.allotMore(budget, change, line.source(), note);
            } else {
                budget = budgets.open(new Budgets.Position(position, application.id(), application.programmeId(), line.schoolId(), line.category()), change, line.source(), note);
                Find.one(em, FundingPosition.class, position).paidFrom(budget);
            }
            if (told.add(line.schoolId())) {
                news.tell(line.schoolId(), "message.budget_changed", new Ref("Budget", budget, application.ref().no()));
            }
        }
        return positions;
    }

    private FundingPosition added(Application application, Bound line) {
        if (!application.authorityId().equals(authorities.authorityOf(line.schoolId()))) {
            throw new NotFound("School", line.schoolId());
        }
        Annex annex = em.createQuery("select x from Annex x where x.applicationId = :id and x.schoolId = :school", Annex.class).setParameter("id", application.id())
                .setParameter("school", line.schoolId()).getResultStream().findFirst().orElseGet(() -> {
                    Annex more = new Annex(application.id(), line.schoolId(), null, null);
                    em.persist(more);
                    em.flush();
                    return more;
                });
        int no = Ask.of(em, Integer.class, "select max(p.no) from FundingPosition p join Annex x on x.id = p.annexId where x.applicationId = :id")
                .set("id", application.id()).one().orElse(0) + 1;
        FundingPosition position = new FundingPosition(annex.id(), no, line.category(), line.description(), line.applied());
        if (line.detail() != null) {
            position.detail(line.detail());
        }
        em.persist(position);
        em.flush();
        return position;
    }
}
