package de.schulpakt.funding.application;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;

import de.schulpakt.funding.ledger.Budgets;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.SchoolAuthorities;
import de.schulpakt.identity.Steps;
import de.schulpakt.paper.Papers;
import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Frozen;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applications for funding (Dachantrag), their annexes and positions, submission and decision. Amounts are eligible
 * expenditure, own share included. Every step refuses with {@code state.not_allowed} what {@link ApplicationFlow} does not
 * know, and with a conflict who saw an older version.
 */
@UseCases
public class Applications {
    /**
     * Adds a school to a draft (Anlage Schule).
     *
     * @param conceptReceivedOn day on which the media concept came, null if it has not
     * @param conceptDueOn      day until which it is to follow, null if it came or no day is set
     */
    public record AddAnnex(@NotNull Integer version, @NotNull Long schoolId, LocalDate conceptReceivedOn,
            LocalDate conceptDueOn) {
    }

    /**
     * How many at which price, when, and what it accompanies; what is not said is null.
     *
     * @param unitCents    price of one, gross, own share included; only together with the quantity
     * @param accompanying true for a cost that is nothing without the measure that it accompanies
     * @param parentId     the position that it accompanies
     */
    public record Detail(@Min(1) @Max(1_000_000) Integer quantity, @Positive @Max(100_000_000_000L) Long unitCents, LocalDate measureFrom, LocalDate measureTo,
            Boolean accompanying, Long parentId) {
        /** Nothing is said. */
        public static final Detail NONE = new Detail(null, null, null, null, null, null);

        /**
         * What the position comes to.
         *
         * @param applied as it was typed; null: quantity times price of one
         * @throws BadParameter as {@link Applications#addPosition}
         * @throws Refused      {@code position.unit_incomplete}, {@code position.amount_missing}
         */
        public Money amount(Long applied) {
            if ((quantity() == null) != (unitCents() == null)) {
                throw new Refused("position.unit_incomplete");
            }
            if (quantity() == null) {
                if (applied == null) {
                    throw new Refused("position.amount_missing");
                }
                return Money.of(applied);
            }
            Money product = Money.of(Math.multiplyExact(unitCents(), (long) quantity()));
            if (product.compareTo(MOST) > 0) {
                throw BadParameter.field("quantity", "position.amount_above", quantity(), Money.of(unitCents()), product, MOST);
            }
            if (applied != null && applied != product.cents()) {
                throw BadParameter.field("appliedCents", "position.amount_differs", quantity(), Money.of(unitCents()), product, Money.of(applied),
                        Money.of(applied).minus(product));
            }
            return product;
        }
    }

    /**
     * Adds a position to a school of a draft.
     *
     * @param appliedCents eligible expenditure, gross, own share included; at most a billion euro; null: quantity times price of one
     * @param detail       null if nothing is said
     */
    public record AddPosition(@NotNull Integer version, @NotNull Long annexId, @NotNull Category category,
            @NotBlank @Size(max = 300) String description, @Positive @Max(100_000_000_000L) Long appliedCents, @Valid Detail detail) {
    }

    /** What the decision approves of one position: nothing up to what was applied for; eligible expenditure in cents. */
    public record Approved(@NotNull Long positionId, @NotNull @PositiveOrZero Long approvedCents) {
    }

    /**
     * Changes a position of a draft.
     *
     * @param appliedCents eligible expenditure, gross, own share included; at most a billion euro; null: quantity times price of one
     * @param detail       replaces what was said; null leaves it as it is
     */
    public record ChangePosition(@NotNull Integer version, @NotNull Long positionId,
            @NotBlank @Size(max = 300) String description, @Positive @Max(100_000_000_000L) Long appliedCents, @Valid Detail detail) {
    }

    /** A new application (Dachantrag), as a draft. */
    public record Create(@NotNull Long programmeId, @NotNull Long authorityId,
            @NotBlank @Size(max = 200) String title) {
    }

    /**
     * The decision of the granting body (Bescheid).
     *
     * @param reference  file reference of the decision
     * @param periodFrom approval period; may be absent only when all is rejected
     * @param positions  every position of the application, once
     * @param reason     needed when all is rejected
     * @param restCents  what the decision grants and no position has; null or nothing if there is none; eligible expenditure
     * @param terms      ancillary terms that it names, e.g. ANBest-P
     * @param termsVersion which of their versions
     */
    public record Decide(@NotNull Integer version, @NotBlank @Size(max = 80) String reference,
            @NotNull LocalDate decidedOn, LocalDate periodFrom, LocalDate periodTo,
            @NotNull List<@NotNull @Valid Approved> positions, @Size(max = 2000) String reason, @PositiveOrZero @Max(100_000_000_000L) Long restCents,
            @Size(max = 80) String terms, @Size(max = 40) String termsVersion) {
        long rest() {
            return restCents == null ? 0 : restCents;
        }
    }

    /** The ancillary terms of a decision and which of their versions, read from it later. */
    public record NameTerms(@NotNull Integer version, @NotBlank @Size(max = 80) String terms, @NotBlank @Size(max = 40) String termsVersion) {
    }

    /** Records that the media concept of a school has come. */
    public record ReceiveConcept(@NotNull Integer version, @NotNull Long annexId,
            @NotNull LocalDate receivedOn) {
    }

    /** Removes a school with all its positions from a draft. */
    public record RemoveAnnex(@NotNull Integer version, @NotNull Long annexId) {
    }

    /** Removes a position from a draft. */
    public record RemovePosition(@NotNull Integer version, @NotNull Long positionId) {
    }

    /** Submits an application to the granting body. */
    public record Submit(@NotNull Integer version, @Size(max = 2000) String note) {
    }

    /** Takes an application back. */
    public record Withdraw(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** What a position may come to, typed or reckoned. */
    private static final Money MOST = Money.of(100_000_000_000L);

    /** News, told inside the transaction when all else is done: a step has relied on what the rules say. */
    public record Relied(long applicationId, ApplicationAction step) {
    }

    @Inject
    Event<Relied> relied;
    @Inject
    SchoolQueries schools;
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    SchoolAuthorities authorities;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    ApplicationRules rules;
    @Inject
    ApplicationQueries queries;
    @Inject
    ApplicationFinder finder;
    @Inject
    Budgets budgets;
    @Inject
    History history;
    @Inject
    Papers papers;
    @Inject
    Programmes kept;
    @Inject
    Numbers numbers;
    @Inject
    News news;
    @Inject
    Clock clock;

    /**
     * Begins an application.
     *
     * @return id of the application
     * @throws Refused {@code programme.withdrawn}
     */
    public Long create(@Valid Create cmd) {
        programmes.span(cmd.programmeId());
        guard.requireAuthority(APPLICATION_EDIT, cmd.authorityId());
        kept.relyOn(cmd.programmeId());
        Application application = new Application(numbers.next("A"), cmd.programmeId(), cmd.authorityId(), cmd.title(), clock.now());
        em.persist(application);
        em.flush();
        history.record(application.ref(), ApplicationAction.CREATE);
        return application.id();
    }

    /**
     * Adds a school of the same authority to a draft.
     *
     * @return id of the annex
     * @throws NotFound for a school of another authority; {@code annex_school_once} by the database
     */
    public Long addAnnex(long id, @Valid AddAnnex cmd) {
        Application application = edit(id, cmd.version(), ApplicationAction.ADD_ANNEX);
        if (!application.authorityId().equals(authorities.authorityOf(cmd.schoolId()))) {
            throw new NotFound("School", cmd.schoolId());
        }
        schools.mustBeSchool(cmd.schoolId());
        Annex annex = new Annex(application.id(), cmd.schoolId(), cmd.conceptReceivedOn(), cmd.conceptDueOn());
        em.persist(annex);
        em.flush();
        history.record(application.ref(), ApplicationAction.ADD_ANNEX, Said.that("said.school", queries.school(cmd.schoolId())));
        return annex.id();
    }

    /** Removes a school and all its positions from a draft. */
    public void removeAnnex(long id, @Valid RemoveAnnex cmd) {
        Application application = edit(id, cmd.version(), ApplicationAction.REMOVE_ANNEX);
        Annex annex = annex(application, cmd.annexId());
        List<FundingPosition> gone = positions(application).stream().filter(p -> p.annexId().equals(annex.id())).toList();
        gone.forEach(FundingPosition::orphaned);
        em.flush();
        gone.forEach(em::remove);
        // the positions go before the annex that they point to
        em.flush();
        papers.removeAll(new Ref("Annex", annex.id(), application.ref().no()).ofAuthority(application.authorityId()), null);
        em.remove(annex);
        history.record(application.ref(), ApplicationAction.REMOVE_ANNEX, Said.that("said.school", queries.school(annex.schoolId())));
    }

    /**
     * Adds a position to a school of a draft. Its number is the next of the application.
     *
     * @return id of the position
     * @throws BadParameter {@code position.amount_differs} if amount and quantity times price of one differ, {@code position.amount_above} if these come
     *                      to more than an amount may be
     * @throws Refused      {@code position.amount_missing}, {@code position.unit_incomplete} for a quantity without price or the other way round,
     *                      {@code position.measure_ends_before}, {@code position.parent_unfit} for one that accompanies another itself or is of another
     *                      school
     */
    public Long addPosition(long id, @Valid AddPosition cmd) {
        Application application = edit(id, cmd.version(), ApplicationAction.ADD_POSITION);
        Annex annex = annex(application, cmd.annexId());
        int no = positions(application).stream().mapToInt(FundingPosition::no).max().orElse(0) + 1;
        Detail detail = cmd.detail() == null ? Detail.NONE : cmd.detail();
        FundingPosition position = new FundingPosition(annex.id(), no, cmd.category(), cmd.description(), amount(cmd.appliedCents(), detail));
        detail(application, position, detail);
        em.persist(position);
        em.flush();
        history.record(application.ref(), ApplicationAction.ADD_POSITION, said(position));
        return position.id();
    }

    /** Changes the description, the amount and the detail of a position of a draft; refuses as {@link #addPosition}. */
    public void changePosition(long id, @Valid ChangePosition cmd) {
        Application application = edit(id, cmd.version(), ApplicationAction.CHANGE_POSITION);
        FundingPosition position = position(application, cmd.positionId());
        Detail detail = cmd.detail() == null ? position.detail() : cmd.detail();
        position.change(cmd.description(), amount(cmd.appliedCents(), detail));
        if ((Boolean.TRUE.equals(detail.accompanying()) || detail.parentId() != null) && positions(application).stream().anyMatch(p -> position.id().equals(p.parentId()))) {
            throw new Refused("position.is_parent", position.no());
        }
        detail(application, position, detail);
        history.record(application.ref(), ApplicationAction.CHANGE_POSITION, said(position));
    }

    /**
     * Removes a position from a draft. What accompanies it stays behind without it, unless a verified rule says that this may not be (R12).
     *
     * @throws Refused {@code application.accompanying_alone}
     */
    public void removePosition(long id, @Valid RemovePosition cmd) {
        Application application = edit(id, cmd.version(), ApplicationAction.REMOVE_POSITION);
        FundingPosition position = position(application, cmd.positionId());
        List<FundingPosition> left = positions(application).stream().filter(p -> position.id().equals(p.parentId())).toList();
        left.forEach(FundingPosition::orphaned);
        Said said = said(position).and(Said.all(rules.accompanied(application, left, clock.today())));
        em.flush();
        em.remove(position);
        history.record(application.ref(), ApplicationAction.REMOVE_POSITION, said);
    }

    private void detail(Application application, FundingPosition position, Detail detail) {
        position.detail(detail);
        if (Boolean.TRUE.equals(detail.accompanying()) || detail.parentId() != null) {
            position.accompanies(detail.parentId() == null ? null : position(application, detail.parentId()));
        } else {
            position.standsAlone();
        }
    }

    private static Money amount(Long applied, Detail detail) {
        return detail.amount(applied);
    }

    /** Records that the media concept of a school has come; possible until the application is rejected or withdrawn. */
    public void receiveConcept(long id, @Valid ReceiveConcept cmd) {
        Application application = edit(id, cmd.version(), ApplicationAction.RECEIVE_CONCEPT);
        Annex annex = annex(application, cmd.annexId());
        annex.conceptReceived(cmd.receivedOn());
        history.record(application.ref(), ApplicationAction.RECEIVE_CONCEPT, Said.that("said.school", queries.school(annex.schoolId())));
    }

    /**
     * Submits an application. The own share of the day is frozen; the sum of the grants of the authority must stay within
     * the ceiling (R03), which is locked until the end, so that of two at once one is refused. What a rule demands that nobody
     * has verified is not refused: the history says it.
     *
     * @throws Refused the one reason that there is, or {@code application.hindered} with all of them (how many, which):
     *                 {@code application.no_position}, {@code application.programme_over}, {@code application.too_late},
     *                 {@code application.category_not_allowed}, {@code application.mobile_cap},
     *                 {@code application.no_own_share}, {@code application.no_ceiling}, {@code application.over_ceiling}
     *                 (ceiling, used by others, this grant, too much)
     */
    public void submit(long id, @Valid Submit cmd) {
        var step = steps.begin(Application.class, id, ApplicationAction.SUBMIT, cmd.version());
        Application application = step.subject();
        ApplicationRules.Found found = rules.mayBeSubmitted(application, positions(application), clock.today());
        application.submitted(clock.today(), found.ownShare());
        em.flush();
        Frozen frozen = Frozen.of(finder.content(id, found.ownShare(), clock.today()));
        // of one that was handed in before and is handed in anew the last word stays
        em.createQuery("delete from Submission f where f.applicationId = :id").setParameter("id", id).executeUpdate();
        em.persist(new Submission(id, frozen, clock.now()));
        List<Sentence> said = new ArrayList<>(found.doubts());
        said.add(Sentence.of("said.application_frozen", frozen.sha256()));
        step.record(Said.all(said).andWords(cmd.note()));
        relied.fire(new Relied(id, ApplicationAction.SUBMIT));
    }

    /** Takes an application back, before or after it was submitted; its part of the ceiling is free again. */
    public void withdraw(long id, @Valid Withdraw cmd) {
        steps.take(Application.class, id, ApplicationAction.WITHDRAW, cmd.version(), cmd.reason());
    }

    /**
     * Records the decision of the granting body. Each position with more than nothing opens a budget with its allotment, and so does what
     * it grants beyond them;
     * whether that is an approval, a partial approval or a rejection follows from the amounts.
     *
     * @throws Refused {@code duty.apart} for who submitted the application
     * @throws Refused {@code application.decision_incomplete} unless every position is named once,
     *                 {@code position.approved_too_much}, {@code application.rest_too_much} for a rest beyond what the positions were not
     *                 given, {@code application.rest_without_position} for a rest that no position could get,
     *                 {@code application.reason_missing} for a rejection without reason,
     *                 {@code application.period_missing}, {@code application.period_outside} (first and last day of the
     *                 programme), {@code application.decided_in_future}, {@code application.decided_before_submitted},
     *                 {@code application.terms_unnamed} for a version of terms that are not named
     */
    public void decide(long id, @Valid Decide cmd) {
        Application application = steps.locked(Application.class, id, ApplicationAction.APPROVE);
        List<FundingPosition> positions = positions(application);
        ApplicationAction outcome = outcome(cmd, positions);
        var step = steps.on(application, outcome, cmd.version());
        List<Sentence> doubts = rules.mayBeDecided(application, cmd, outcome, clock.today());
        application.decided(cmd.reference(), cmd.decidedOn(), cmd.periodFrom(), cmd.periodTo(), cmd.rest() == 0 ? null : cmd.restCents());
        application.under(cmd.terms(), cmd.termsVersion());
        Map<Long, Long> approved = approved(cmd);
        positions.forEach(p -> p.approve(Money.of(approved.get(p.id()))));
        Money rejected = Money.of(positions.stream().mapToLong(p -> p.applied().cents() - approved.get(p.id())).sum());
        if (cmd.rest() > rejected.cents()) {
            throw new Refused("application.rest_too_much", rejected, Money.of(cmd.rest()));
        }
        List<Sentence> all = new ArrayList<>(doubts);
        all.addAll(rules.accompanied(application, positions, clock.today()));
        step.record(Said.all(all).andWords(cmd.reason()));
        open(application, positions, approved, cmd.reference());
        if (cmd.rest() > 0) {
            budgets.openRest(application.id(), application.programmeId(), application.authorityId(), Money.of(cmd.rest()), cmd.reference());
        }
        relied.fire(new Relied(id, outcome));
    }

    /** Records which ancillary terms the decision names, in which version (R35). */
    public void nameTerms(long id, @Valid NameTerms cmd) {
        var step = steps.begin(Application.class, id, ApplicationAction.NAME_TERMS, cmd.version());
        step.subject().under(cmd.terms(), cmd.termsVersion());
        step.record(Said.that("said.terms", cmd.terms().strip(), cmd.termsVersion().strip()));
    }

    private void open(Application application, List<FundingPosition> positions, Map<Long, Long> approved, String reference) {
        Map<Long, Long> schools = annexes(application).stream().collect(Collectors.toMap(Annex::id, Annex::schoolId));
        Set<Long> told = new HashSet<>();
        for (FundingPosition position : positions) {
            Money amount = Money.of(approved.get(position.id()));
            if (amount.cents() > 0) {
                Long school = schools.get(position.annexId());
                long budget = budgets.open(new Budgets.Position(position.id(), application.id(), application.programmeId(), school,
                        position.category()), amount, "position:" + position.id(), reference);
                position.paidFrom(budget);
                if (told.add(school)) {
                    news.tell(school, "message.budget_opened", new Ref("Budget", budget, application.ref().no()));
                }
            }
        }
    }

    private static ApplicationAction outcome(Decide cmd, List<FundingPosition> positions) {
        Map<Long, Long> approved = approved(cmd);
        Set<Long> ids = positions.stream().map(FundingPosition::id).collect(Collectors.toSet());
        if (approved.size() != cmd.positions().size() || !approved.keySet().equals(ids)) {
            throw new Refused("application.decision_incomplete", ids.size());
        }
        if (approved.values().stream().allMatch(cents -> cents == 0)) {
            if (cmd.rest() > 0) {
                throw new Refused("application.rest_without_position", Money.of(cmd.rest()));
            }
            return ApplicationAction.REJECT;
        }
        return positions.stream().allMatch(p -> p.applied().cents() == approved.get(p.id()))
                ? ApplicationAction.APPROVE : ApplicationAction.APPROVE_PARTLY;
    }

    private static Map<Long, Long> approved(Decide cmd) {
        return cmd.positions().stream().collect(Collectors.toMap(Approved::positionId, Approved::approvedCents,
                (first, second) -> first));
    }

    /** Find, guard and apply of all steps that change the parts and not the state; the version rises with the parts. */
    private Application edit(Long id, Integer version, ApplicationAction action) {
        Application application = Find.locked(em, Application.class, id);
        guard.requireAuthority(APPLICATION_EDIT, application.authorityId());
        application.apply(action, version);
        em.lock(application, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        return application;
    }

    private Annex annex(Application application, Long id) {
        Annex annex = Find.one(em, Annex.class, id);
        if (!annex.applicationId().equals(application.id())) {
            throw new NotFound("Annex", id);
        }
        return annex;
    }

    private FundingPosition position(Application application, Long id) {
        FundingPosition position = Find.one(em, FundingPosition.class, id);
        annex(application, position.annexId());
        return position;
    }

    private List<Annex> annexes(Application application) {
        return em.createQuery("select x from Annex x where x.applicationId = :id order by x.id", Annex.class)
                .setParameter("id", application.id()).getResultList();
    }

    private List<FundingPosition> positions(Application application) {
        return em.createQuery("select p from FundingPosition p where p.annexId in (select x.id from Annex x"
                        + " where x.applicationId = :id) order by p.no", FundingPosition.class)
                .setParameter("id", application.id()).getResultList();
    }

    private static Said said(FundingPosition position) {
        return Said.that("said.position", position.no(), position.category(), position.applied());
    }
}
