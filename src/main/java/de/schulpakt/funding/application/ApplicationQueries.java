package de.schulpakt.funding.application;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.APPLICATION_VIEW;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Frozen;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.school.year.SchoolYearQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions about applications for funding. Amounts are eligible expenditure, own share included, in cents. */
@Queries
public class ApplicationQueries {
    /**
     * A school within an application.
     *
     * @param conceptLate true if the media concept is due and has not come
     * @param year        the numbers of the school year on which it relies, null if none are recorded
     */
    public record AnnexView(Long id, Long schoolId, String school, LocalDate conceptDueOn, LocalDate conceptReceivedOn,
            boolean conceptLate, YearView year, List<PositionView> positions) {
        /** What is applied for the school, in cents. */
        public long appliedCents() {
            return positions.stream().mapToLong(PositionView::appliedCents).sum();
        }
    }

    /**
     * What a decision granted to the authority beyond the positions.
     *
     * @param availableCents what is not distributed yet
     */
    public record Rest(Long budgetId, Long grantedCents, Long availableCents) {
    }

    /**
     * The numbers of a school year, as they are or as they were handed in.
     *
     * @param rowId   where they stand, null if they were removed since
     * @param changed true if other numbers stand there now
     */
    public record YearView(Long rowId, int begins, String name, Integer pupils, Integer teachers, Integer classes, String source, boolean changed) {
    }

    /**
     * What an application says.
     *
     * @param sha256 checksum of what was handed in, null if nothing is kept
     * @param whole  false if what is kept does not fit its checksum
     */
    public record Said(ApplicationState state, LocalDate submittedOn, String sha256, boolean whole, ApplicationContent content) {
    }

    /**
     * Something that is missing.
     *
     * @param schoolId null where the application itself lacks it
     * @param what     stands under {@code application.missing.<what>}
     * @param href     page where it is put right, from the root of the application; null: this page
     */
    public record Missing(Long schoolId, String school, String what, String href) {
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
     * @param sha256        checksum of what was handed in, null if nothing is kept
     * @param terms         ancillary terms that the decision names, null if none are recorded
     * @param rest          what the decision granted and no position had, null if there is nothing of the kind
     * @param actions       what the asker may do now
     * @param apart         what the asker may not do because of what the asker did: the action, and what was done
     */
    public record View(Long id, String no, String title, Long programmeId, String programmeCode, Long authorityId,
            String authority, ApplicationState state, LocalDate submittedOn, Integer ownShareBp, String decisionReference,
            LocalDate decidedOn, LocalDate periodFrom, LocalDate periodTo, String terms, String termsVersion, Long appliedCents, Long approvedCents,
            Long ownShareCents, Long grantCents, String sha256, Rest rest, List<AnnexView> annexes, Integer version, Set<ApplicationAction> actions,
            Map<ApplicationAction, ApplicationAction> apart, List<HistoryEntry> timeline) {
    }

    /**
     * A position of an application. Amounts are eligible expenditure, own share included, in cents.
     *
     * @param approvedCents  null before the decision
     * @param budgetId       null if nothing was approved
     * @param availableCents what the budget still has, null without budget
     * @param unitCents      price of one, gross; null like the quantity where nothing is said
     * @param accompanying   true for a cost that is nothing without a measure
     * @param parentNo       number of the position that it accompanies, null if none is named
     */
    public record PositionView(Long id, Long annexId, Integer no, Category category, String description, Long appliedCents,
            Long approvedCents, Long budgetId, Long availableCents, Integer quantity, Long unitCents, LocalDate measureFrom, LocalDate measureTo, boolean accompanying,
            Long parentId, Integer parentNo) {
    }

    /**
     * What a rule demands of an application, by the class that asks it before each step.
     *
     * @param code     of the refusal
     * @param kept     true if it holds
     * @param verified true if it would refuse, false if it would only warn
     * @param kind     of the rule; null for the programme's own days and for the ceiling
     * @param value    of the rule, or an amount in cents
     * @param source   null where the programme itself says it
     */
    public record Demand(String code, boolean kept, boolean verified, RuleKind kind, String value, String source) {
    }

    /**
     * What rules look at.
     *
     * @param relyingOn  day whose rules hold for it: that of its submission, today for a draft
     * @param schools    how many annexes it has
     * @param undated    true if no position says when its measure begins
     * @param categories of its positions
     * @param demands    all that is asked before its steps, as of today
     * @param missing    what the guide lacks, whatever its state
     */
    public record Ruled(Long id, String no, Long programmeId, Long authorityId, ApplicationState state, LocalDate relyingOn, LocalDate decidedOn, LocalDate periodTo,
            Integer ownShareBp, String terms, String termsVersion, long schools, boolean undated, Set<Category> categories, List<Demand> demands, List<Missing> missing) {
    }

    private static final String PLAIN = " from Application a join Programme g on g.id = a.programmeId"
            + " join Authority t on t.id = a.authorityId";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    History history;
    @Inject
    Clock clock;
    @Inject
    ApplicationRules rules;
    @Inject
    ApplicationFinder finder;
    @Inject
    ApplicationGuide guide;

    /**
     * One application with its schools and positions.
     *
     * @throws NotFound if there is none or the asker may not see the authority's applications
     */
    public View view(long id) {
        Head a = head(id);
        List<PositionView> positions = positions(id);
        Set<ApplicationAction> actions = guard.actionsOfAuthority(ApplicationFlow.FLOW, a.state(), a.authorityId());
        Map<ApplicationAction, ApplicationAction> apart = duties.withhold(new Ref("Application", id, a.no()), ApplicationFlow.FLOW, actions);
        OwnShare share = share(a);
        Frozen frozen = finder.frozen(id).orElse(null);
        Money applied = Money.of(positions.stream().mapToLong(PositionView::appliedCents).sum());
        Rest rest = rest(id);
        Long approved = a.decidedOn() == null ? null : positions.stream().mapToLong(PositionView::approvedCents).sum() + (rest == null ? 0 : rest.grantedCents());
        Money eligible = approved == null ? applied : Money.of(approved);
        Money ownShare = share == null ? null : share.of(eligible);
        return new View(id, a.no(), a.title(), a.programmeId(), a.programmeCode(), a.authorityId(), a.authority(), a.state(),
                a.submittedOn(), share == null ? null : share.basisPoints(), a.decisionReference(), a.decidedOn(), a.periodFrom(), a.periodTo(), a.terms(), a.termsVersion(), applied.cents(),
                approved, ownShare == null ? null : ownShare.cents(), ownShare == null ? null : eligible.minus(ownShare).cents(),
                frozen == null ? null : frozen.sha256(), rest, annexes(id, positions, frozen, a), a.version(), actions, apart,
                history.of("Application", id));
    }

    /**
     * What an application says: what was handed in, or its records while nothing is kept.
     *
     * @throws NotFound if there is none or the asker may not see the authority's applications
     */
    public Said said(long id) {
        Head a = head(id);
        Frozen frozen = finder.frozen(id).orElse(null);
        return frozen == null ? new Said(a.state(), a.submittedOn(), null, true, finder.content(id, share(a), a.relyingOn(clock.today())))
                : new Said(a.state(), a.submittedOn(), frozen.sha256(), frozen.whole(), frozen.content(ApplicationContent.class));
    }

    /**
     * What it still lacks, while it is a draft or the granting body has not decided; nothing afterwards.
     *
     * @throws NotFound if there is none or the asker may not see the authority's applications
     */
    public List<Missing> missing(long id) {
        ApplicationState state = head(id).state();
        return state == ApplicationState.DRAFT || state == ApplicationState.SUBMITTED ? guide.missing(id) : List.of();
    }

    /**
     * All with which the submission of a draft would be refused today, each with its remedy; nothing if it is no draft. A submission refuses with
     * the same.
     *
     * @throws NotFound if there is none or the asker may not see the authority's applications
     */
    public List<Sentence> hindrances(long id) {
        Application application = em.find(Application.class, id);
        if (application == null) {
            throw new NotFound("Application", id);
        }
        guard.requireAward(APPLICATION_VIEW, id, application.authorityId());
        return application.state() == ApplicationState.DRAFT ? rules.hindrances(application, applied(id), clock.today()) : List.of();
    }

    /**
     * What is not recorded of what the guide asks for, whatever the state of the application.
     *
     * @throws NotFound if there is none or the asker may not see the authority's applications
     */
    public List<Missing> unrecorded(long id) {
        head(id);
        return guide.missing(id);
    }

    /**
     * What rules look at, all of it.
     *
     * @throws NotFound if there is none
     */
    @Unguarded("Inner door of the rules: whoever shows them has asked the guard for what they are shown at.")
    public Ruled ruled(long id) {
        return ruled(id, guide.missing(id), Asked.ALL);
    }

    /**
     * The same without what the guide lacks, for a thing that the application pays.
     *
     * @param kinds true if what is bought is asked for its kind (R09, R11), otherwise nothing is demanded
     */
    @Unguarded("Inner door of the rules: whoever shows them has asked the guard for what they are shown at.")
    public Ruled ruledBehind(long id, boolean kinds) {
        return ruled(id, List.of(), kinds ? Asked.KINDS : Asked.NOTHING);
    }

    /** Which demands are looked at: each costs statements. */
    private enum Asked {
        ALL, KINDS, NOTHING
    }

    private Ruled ruled(long id, List<Missing> missing, Asked asked) {
        Application application = em.find(Application.class, id);
        if (application == null) {
            throw new NotFound("Application", id);
        }
        Head a = plain(id);
        List<FundingPosition> positions = applied(id);
        long schools = Ask.of(em, Long.class, "select count(x) from Annex x where x.applicationId = :id").set("id", id).one().orElse(0L);
        LocalDate day = a.submittedOn() == null ? clock.today() : a.submittedOn();
        return new Ruled(id, a.no(), a.programmeId(), a.authorityId(), a.state(), day, a.decidedOn(), a.periodTo(), a.ownShareBp(), a.terms(), a.termsVersion(), schools,
                positions.stream().allMatch(p -> p.measureFrom() == null),
                positions.stream().map(FundingPosition::category).collect(Collectors.toSet()), asked == Asked.ALL ? rules.demands(application, positions, day)
                : asked == Asked.KINDS ? rules.demandsOfKinds(application, positions, day) : List.of(), missing);
    }

    private List<FundingPosition> applied(long id) {
        return em.createQuery("select p from FundingPosition p where p.annexId in (select x.id from Annex x"
                + " where x.applicationId = :id) order by p.no", FundingPosition.class).setParameter("id", id).getResultList();
    }

    private Head head(long id) {
        Head a = plain(id);
        guard.requireAward(APPLICATION_VIEW, id, a.authorityId());
        return a;
    }

    private Head plain(long id) {
        return Ask.of(em, Head.class, """
                select a.no as no, a.title as title, g.id as programmeId, g.code as programmeCode, t.id as authorityId,
                    t.name as authority, a.state as state, a.submittedOn as submittedOn, a.ownShareBp as ownShareBp, a.ownShareHalfUp as halfUp,
                    a.decisionReference as decisionReference, a.decidedOn as decidedOn, a.periodFrom as periodFrom,
                    a.periodTo as periodTo, a.terms as terms, a.termsVersion as termsVersion, a.version as version""" + PLAIN + " where a.id = :id").set("id", id).one()
                .orElseThrow(() -> new NotFound("Application", id));
    }

    private Rest rest(long id) {
        return Ask.of(em, Rest.class, """
                select b.id as budgetId, a.restCents as grantedCents, %s as availableCents
                from Application a join Budget b on b.applicationId = a.id and b.authorityId = a.authorityId where a.id = :id""".formatted(BudgetQueries.FREE)).set("id", id).one()
                .orElse(null);
    }

    private OwnShare share(Head a) {
        return a.ownShareBp() != null ? new OwnShare(a.ownShareBp(), a.halfUp()) : programmes.ownShare(a.programmeId(), clock.today());
    }

    /**
     * What the page says before the step that can be taken now: the values that it asks and nobody has verified, and what they
     * would refuse; nothing if the asker can take none.
     */
    public List<Sentence> doubts(long id) {
        Application application = em.find(Application.class, id);
        if (application == null) {
            throw new NotFound("Application", id);
        }
        guard.requireAward(APPLICATION_VIEW, id, application.authorityId());
        boolean submits = application.state() == ApplicationState.DRAFT;
        if (!submits && application.state() != ApplicationState.SUBMITTED || !guard.mayAuthority(APPLICATION_EDIT, application.authorityId())) {
            return List.of();
        }
        List<FundingPosition> positions = applied(id);
        Set<Category> categories = positions.stream().map(FundingPosition::category).collect(Collectors.toSet());
        List<Sentence> doubts = new ArrayList<>(programmes.doubts(application.programmeId(), categories, submits
                ? List.of(RuleKind.END, RuleKind.APPLY_UNTIL, RuleKind.CATEGORY_ALLOWED, RuleKind.OWN_SHARE_BP, RuleKind.MOBILE_CAP_CENTS)
                : List.of(RuleKind.EARLIEST_START, RuleKind.END)));
        if (submits) {
            programmes.ceilings(application.programmeId(), application.authorityId()).stream().filter(c -> !c.verified())
                    .forEach(c -> doubts.add(Sentence.of("funding.unverified_rule", Sentence.of("said.ceiling", c.amount()), c.source())));
            doubts.addAll(rules.doubts(application, positions, clock.today()));
        }
        return doubts;
    }

    /** What stands in the application itself. */
    record Head(String no, String title, Long programmeId, String programmeCode, Long authorityId, String authority,
            ApplicationState state, LocalDate submittedOn, Integer ownShareBp, boolean halfUp, String decisionReference,
            LocalDate decidedOn, LocalDate periodFrom, LocalDate periodTo, String terms, String termsVersion, Integer version) {
        /** Day whose school year counts: that of the submission, today before. */
        LocalDate relyingOn(LocalDate today) {
            return submittedOn == null ? today : submittedOn;
        }
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
        return Ask.of(em, String.class, "select s.name from School s where s.id = :id").set("id", id).one().orElseThrow();
    }

    private List<PositionView> positions(long id) {
        return Ask.of(em, PositionView.class, """
                select p.id as id, p.annexId as annexId, p.no as no, p.category as category, p.description as description,
                    p.appliedCents as appliedCents, p.approvedCents as approvedCents, b.id as budgetId, %s as availableCents, p.quantity as quantity,
                    p.unitCents as unitCents, p.measureFrom as measureFrom, p.measureTo as measureTo, p.accompanying as accompanying, p.parentId as parentId, nullif(y.no, 0) as parentNo
                from FundingPosition p join Annex x on x.id = p.annexId left join Budget b on b.positionId = p.id left join FundingPosition y on y.id = p.parentId
                where x.applicationId = :id order by p.no""".formatted(BudgetQueries.FREE)).set("id", id).list();
    }

    private List<AnnexView> annexes(long id, List<PositionView> positions, Frozen frozen, Head head) {
        Map<Long, SchoolYearQueries.Numbers> now = finder.years(id, head.relyingOn(clock.today()));
        Map<Long, ApplicationContent.Year> then = new HashMap<>();
        if (frozen != null) {
            frozen.content(ApplicationContent.class).schools().forEach(s -> then.put(s.id(), s.year()));
        }
        Map<Long, List<PositionView>> byAnnex = positions.stream().collect(Collectors.groupingBy(PositionView::annexId));
        LocalDate today = clock.today();
        return Ask.of(em, Sheet.class, """
                select x.id as id, x.schoolId as schoolId, s.name as school, x.conceptDueOn as conceptDueOn,
                    x.conceptReceivedOn as conceptReceivedOn
                from Annex x join School s on s.id = x.schoolId where x.applicationId = :id order by s.name, x.id""").set("id", id)
                .list().stream().map(x -> new AnnexView(x.id(), x.schoolId(), x.school(), x.conceptDueOn(), x.conceptReceivedOn(),
                        x.late(today), year(now.get(x.schoolId()), frozen != null, then.get(x.schoolId())), byAnnex.getOrDefault(x.id(), List.of()))).toList();
    }

    private static YearView year(SchoolYearQueries.Numbers now, boolean frozen, ApplicationContent.Year then) {
        if (!frozen) {
            return now == null ? null : new YearView(now.id(), now.begins(), now.name(), now.pupils(), now.teachers(), now.classes(), now.source(), false);
        }
        if (then == null) {
            return null;
        }
        boolean there = now != null && now.begins() == then.begins();
        return new YearView(there ? now.id() : null, then.begins(), then.name(), then.pupils(), then.teachers(), then.classes(), then.source(), !there
                || !Objects.equals(now.pupils(), then.pupils()) || !Objects.equals(now.teachers(), then.teachers()) || !Objects.equals(now.classes(), then.classes()));
    }

    /** What stands in an annex itself. */
    record Sheet(Long id, Long schoolId, String school, LocalDate conceptDueOn, LocalDate conceptReceivedOn) {
        boolean late(LocalDate today) {
            return conceptReceivedOn == null && conceptDueOn != null && conceptDueOn.isBefore(today);
        }
    }
}
