package de.schulpakt.funding.ledger;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.BUDGET_CORRECT;
import static de.schulpakt.identity.Permission.BUDGET_VIEW;
import static de.schulpakt.identity.Permission.OWN_MONEY_EDIT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.text.Worded;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Questions about budgets and their postings. Amounts gross, own share included, in cents. */
@Queries
public class BudgetQueries {
    /**
     * A budget as other modules name it.
     *
     * @param programmeId null for own money, and so school and category
     * @param authorityId whose own money or rest it is, null for a position
     * @param label e.g. DigitalPakt 2.0 · A-2026-0001 · Pos. 3, or Eigenmittel 2026 · 09110.5231; German, kept as frozen text on
     *              what was bought
     */
    public record Named(Long id, BudgetKind kind, Long programmeId, Long schoolId, Category category, Long authorityId, Long availableCents,
            String label) {
        /** True for own money of an authority. */
        public boolean own() {
            return kind == BudgetKind.OWN_MONEY;
        }
    }

    /** The part of one payer in what a cause has spent. */
    private record SpentPart(Long budgetId, Long cents) {
    }

    /** What the cause of a posting has spent from which budget, all payers of it, by their ids; without those that paid nothing. */
    @Unguarded("Inner door: the use case that takes it back has asked the guard.")
    public Map<Long, Money> spentWith(Long postingId) {
        return spentBy(cause(postingId));
    }

    /** What caused a posting, without the number of the payer. */
    @Unguarded("Inner door: the use case that takes it back has asked the guard.")
    public String cause(Long postingId) {
        return Find.one(em, Posting.class, postingId).cause();
    }

    /** What caused postings, without the number of the payer, by the ids of these; one statement. */
    @Unguarded("Inner door: the question that names them has asked the guard.")
    public Map<Long, String> causes(Collection<Long> postingIds) {
        return postingIds.isEmpty() ? Map.of() : em.createQuery("select p from Posting p where p.id in :ids", Posting.class).setParameter("ids", postingIds)
                .getResultList().stream().collect(Collectors.toMap(Posting::id, Posting::cause));
    }

    /**
     * What causes have spent of positions and of own money, after all corrections; a cause that spent nothing is missing. One statement for each
     * {@value #CAUSES} causes.
     */
    @Unguarded("Inner door: the question that names them has asked the guard.")
    public Map<String, Shares> shares(Collection<String> causes) {
        List<String> all = List.copyOf(new LinkedHashSet<>(causes));
        Map<String, Shares> shares = new HashMap<>();
        for (int from = 0; from < all.size(); from += CAUSES) {
            List<String> some = all.subList(from, Math.min(all.size(), from + CAUSES));
            String parts = IntStream.range(0, some.size()).mapToObj(i -> " or p.source like :c" + i).collect(Collectors.joining());
            Ask<SpentShare> ask = Ask.of(em, SpentShare.class, """
                    select p.source as source, p.ownMoney as own, sum(p.amountCents) as cents from Posting p where p.kind in (:spend, :correct)
                    and (p.source in :causes""" + parts + ") group by p.source, p.ownMoney").set("spend", PostingKind.SPEND).set("correct", PostingKind.CORRECT)
                    .set("causes", some);
            for (int i = 0; i < some.size(); i++) {
                ask.set("c" + i, some.get(i) + ":p%");
            }
            ask.list().forEach(s -> shares.merge(s.source().replaceFirst(":p\\d+$", ""), s.own() ? new Shares(0, s.cents()) : new Shares(s.cents(), 0), Shares::plus));
        }
        return shares;
    }

    private record SpentShare(String source, Boolean own, Long cents) {
    }

    /** What was spent of positions, which is eligible, and of own money beside it. Gross, in cents. */
    public record Shares(long eligibleCents, long ineligibleCents) {
        /** Both together. */
        public Shares plus(Shares other) {
            return new Shares(eligibleCents + other.eligibleCents, ineligibleCents + other.ineligibleCents);
        }
    }

    /** What a budget has spent. */
    @Unguarded("Inner door: the use case that moves it has asked the guard.")
    public Money spent(Long budgetId) {
        return Money.of(Ask.of(em, Long.class, "select b.spentCents from Budget b where b.id = :id").set("id", budgetId).one().orElseThrow());
    }

    /** How many postings a cause has made. */
    @Unguarded("Inner door: the use case that adds to them has asked the guard.")
    public int postingsBy(String source) {
        return Ask.of(em, Long.class, "select count(p) from Posting p where p.source = :source or p.source like :parts").set("source", source)
                .set("parts", source + ":p%").one().orElse(0L).intValue();
    }

    /** The same by the cause itself. */
    @Unguarded("Inner door: the use case that takes it back has asked the guard.")
    public Map<Long, Money> spentBy(String source) {
        Map<Long, Money> spent = new TreeMap<>();
        Ask.of(em, SpentPart.class, """
                select p.budgetId as budgetId, sum(p.amountCents) as cents from Posting p where p.kind in (:spend, :correct)
                and (p.source = :source or p.source like :parts) group by p.budgetId""").set("spend", PostingKind.SPEND).set("correct", PostingKind.CORRECT)
                .set("source", source).set("parts", source + ":p%").list().stream().filter(p -> p.cents() != 0)
                .forEach(p -> spent.put(p.budgetId(), Money.of(p.cents())));
        return spent;
    }

    /**
     * Own money that may be used. Amounts gross, in cents.
     *
     * @param endsOn last day of its use
     */
    public record Own(Long id, Integer householdYear, String account, String title, Long availableCents, LocalDate endsOn) implements Worded {
        @Override
        public String told(Locale locale) {
            return Texts.get(locale, "own_money.choice", String.valueOf(householdYear), account, title, Money.of(availableCents));
        }
    }

    /**
     * A budget in a list. Amounts gross, own share included, in cents.
     *
     * @param availableCents allotted - reserved - committed - spent
     * @param periodTo       last day of the approval period
     */
    public record Row(Long id, String programmeCode, String applicationNo, Integer positionNo, Category category,
            Long schoolId, String school, Long allottedCents, Long reservedCents, Long committedCents, Long spentCents,
            Long availableCents, LocalDate periodTo) {
    }

    /**
     * One budget: of a position, or own money of an authority, whose parts that do not exist are null. Amounts gross, own share
     * included, in cents.
     *
     * @param endsOn   last day on which own money may be used
     * @param actions  what the asker may do now
     * @param timeline what was done to it, the newest first
     */
    public record View(Long id, BudgetKind kind, Long programmeId, String programmeCode, Long applicationId, String applicationNo,
            Integer positionNo, String description, Category category, Long schoolId, String school, Long allottedCents,
            Long reservedCents, Long committedCents, Long spentCents, Long availableCents, LocalDate periodFrom,
            LocalDate periodTo, String decisionReference, Long authorityId, String authority, Integer householdYear, String account,
            String title, LocalDate endsOn, Integer version, Set<BudgetAction> actions, List<HistoryEntry> timeline) {
        View with(Set<BudgetAction> may, List<HistoryEntry> done) {
            return new View(id, kind, programmeId, programmeCode, applicationId, applicationNo, positionNo, description, category,
                    schoolId, school, allottedCents, reservedCents, committedCents, spentCents, availableCents, periodFrom,
                    periodTo, decisionReference, authorityId, authority, householdYear, account, title, endsOn, version, may, done);
        }

        /** True for own money of an authority. */
        public boolean own() {
            return kind == BudgetKind.OWN_MONEY;
        }

        /** True for what a decision granted and no position has. */
        public boolean rest() {
            return kind == BudgetKind.REST;
        }

        /** True for own money that may be used beyond its household year. */
        public boolean carriedOver() {
            return own() && endsOn.getYear() > householdYear;
        }
    }

    /**
     * A line of the ledger. The source is what caused it, e.g. {@code request_item:42}.
     *
     * @param amountCents gross, own share included
     * @param resolvesId  the reservation or commitment that this one ended
     * @param resolvedBy  the posting that ended this one, null while it is open or if it never opens
     * @param cause       what the source is called; null if it has no page of its own or the asker may not see it
     */
    public record Line(Long id, PostingKind kind, Long amountCents, Long resolvesId, Long resolvedBy, String source,
            String actor, Instant at, String note, PostingSource.Cause cause) {
        Line with(PostingSource.Cause found) {
            return new Line(id, kind, amountCents, resolvesId, resolvedBy, source, actor, at, note, found == null ? null : found.as(kind));
        }

        /** Kind of the source, e.g. request_item. */
        public String sourceType() {
            int colon = source.indexOf(':');
            return colon < 0 ? source : source.substring(0, colon);
        }

        /** Id of the source, null if it has none. */
        public Long sourceId() {
            String[] parts = source.split(":");
            return parts.length > 1 && parts[1].matches("\\d{1,18}") ? Long.valueOf(parts[1]) : null;
        }

        /** True for a reservation or commitment that nothing has ended yet. */
        public boolean open() {
            return resolvedBy == null && (kind == PostingKind.RESERVE || kind == PostingKind.COMMIT);
        }
    }

    /** A budget with the words of its label. */
    record Labelled(BudgetKind kind, Long schoolId, Category category, Long availableCents, String programme, String application,
            Integer positionNo, Long programmeId, Long authorityId, Integer householdYear, String account) {
        /** The same in every language, for it is kept with the device. */
        String label() {
            return kind == BudgetKind.OWN_MONEY ? "Eigenmittel " + householdYear + " · " + account
                    : kind == BudgetKind.REST ? programme + " · " + application + " · nicht verteilt" : programme + " · " + application + " · Pos. " + positionNo;
        }
    }

    /** JPQL of the free money of a budget {@code b}; in brackets, because EclipseLink takes a - b - c as a - (b - c). */
    public static final String FREE = "b.allottedCents - (b.reservedCents + b.committedCents + b.spentCents)";
    private static final String FROM = """
             from Budget b left join FundingPosition p on p.id = b.positionId left join Application a on a.id = b.applicationId
            left join Programme g on g.id = b.programmeId left join School s on s.id = b.schoolId left join Authority y on y.id = b.authorityId""";
    private static final String OF_SCHOOLS = """
             from Budget b join FundingPosition p on p.id = b.positionId join Application a on a.id = b.applicationId
            join Programme g on g.id = b.programmeId join School s on s.id = b.schoolId where b.schoolId in :schools and""";
    private static final String ROW = """
            select b.id as id, g.code as programmeCode, a.no as applicationNo, p.no as positionNo, b.category as category,
                s.id as schoolId, s.name as school, b.allottedCents as allottedCents, b.reservedCents as reservedCents,
                b.committedCents as committedCents, b.spentCents as spentCents, %s as availableCents, a.periodTo as periodTo"""
            .formatted(FREE);
    private static final int MOST = 200;

    /** Causes of one statement. */
    private static final int CAUSES = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Instance<PostingSource> sources;

    /** The budgets of a school, by programme and position, at most 200. */
    public List<Row> ofSchool(long schoolId) {
        guard.require(BUDGET_VIEW, schoolId);
        return ofSchools(List.of(schoolId));
    }

    /** The budgets of several schools that the asker may see, by programme and position of each; at most 200 a school. */
    public List<Row> ofSchools(Collection<Long> schools) {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        return schools.isEmpty() ? List.of() : scope.bind(Ask.of(em, Row.class, ROW + OF_SCHOOLS
                        + scope.school("s") + " order by s.id, g.code, a.id, p.no, b.id"))
                .set("schools", schools).list(MOST * schools.size());
    }

    /**
     * A budget as other modules name it.
     *
     * @throws NotFound if there is none
     */
    @Unguarded("Inner door: names a budget to the use case of another module, which has asked the guard for the school.")
    public Named ref(long budgetId) {
        Labelled b = one(Labelled.class, """
                select b.kind as kind, b.schoolId as schoolId, b.category as category, %s as availableCents, g.code as programme,
                    a.no as application, p.no as positionNo, b.programmeId as programmeId, b.authorityId as authorityId,
                    b.householdYear as householdYear, b.account as account""".formatted(FREE), budgetId);
        return new Named(budgetId, b.kind(), b.programmeId(), b.schoolId(), b.category(), b.authorityId(), b.availableCents(), b.label());
    }

    /**
     * Own money of an authority that may be used today, what ends first in front; empty if the asker may not see it.
     */
    public List<Own> ownMoney(long authorityId) {
        return !guard.mayAuthority(BUDGET_VIEW, authorityId) ? List.of() : Ask.of(em, Own.class, """
                select b.id as id, b.householdYear as householdYear, b.account as account, b.title as title, %s as availableCents, b.endsOn as endsOn
                from Budget b where b.authorityId = :authority and b.endsOn >= :today order by b.endsOn, b.account, b.id""".formatted(FREE))
                .set("authority", authorityId).set("today", clock.today()).list(MOST);
    }

    /** The ids of the budgets of a programme and category. */
    @Unguarded("Inner door: ids for the confirmation of a rule, which has asked the guard.")
    public List<Long> of(long programmeId, Category category) {
        return Ask.of(em, Long.class, "select b.id from Budget b where b.programmeId = :programme and b.category = :category order by b.id")
                .set("programme", programmeId).set("category", category).list();
    }

    /** What is approved for the whole application of a budget, own share included, in cents: money moves within it, so the sum stays. */
    @Unguarded("Inner door: the delivery that asks has asked the guard for its order.")
    public long approvedCents(long budgetId) {
        return Ask.of(em, Long.class, "select sum(b.allottedCents) from Budget b where b.applicationId = (select x.applicationId from Budget x where x.id = :id)")
                .set("id", budgetId).one().orElse(0L);
    }

    /** What of these kinds nobody has verified in the programmes that pay from these budgets, in words. */
    @Unguarded("Rules of a programme are public; of the budgets nothing is said.")
    public List<Sentence> doubts(Collection<Long> budgets, Collection<RuleKind> kinds) {
        Map<Long, Set<Category>> payers = new TreeMap<>();
        budgets.stream().distinct().sorted().map(this::ref).filter(b -> b.kind() == BudgetKind.POSITION).forEach(b -> payers.computeIfAbsent(b.programmeId(), p -> new TreeSet<>()).add(b.category()));
        return payers.entrySet().stream().flatMap(p -> programmes.doubts(p.getKey(), p.getValue(), kinds).stream()).distinct().toList();
    }

    /** True if the asker sees the money of an authority as a whole, and so its own money. */
    public boolean ofAuthorities() {
        Scope scope = guard.visibleSchools(BUDGET_VIEW);
        return scope.everywhere() || !scope.authorities().isEmpty();
    }

    /** True if the asker may see applications too, and not only budgets. */
    public boolean applicant() {
        return guard.may(APPLICATION_VIEW);
    }

    /**
     * One budget.
     *
     * @throws NotFound if there is none or the asker may not see the school's budgets
     */
    public View view(long id) {
        View view = one(View.class, """
                select b.id as id, b.kind as kind, b.programmeId as programmeId, g.code as programmeCode, a.id as applicationId,
                    a.no as applicationNo, p.no as positionNo, p.description as description, b.category as category,
                    s.id as schoolId, s.name as school, b.allottedCents as allottedCents, b.reservedCents as reservedCents,
                    b.committedCents as committedCents, b.spentCents as spentCents, %s as availableCents,
                    a.periodFrom as periodFrom, a.periodTo as periodTo, a.decisionReference as decisionReference,
                    y.id as authorityId, y.name as authority, b.householdYear as householdYear, b.account as account, b.title as title,
                    b.endsOn as endsOn, b.version as version""".formatted(FREE), id);
        require(view.applicationId(), view.schoolId(), view.authorityId());
        return view.with(actions(view), history.of("Budget", id));
    }

    private Set<BudgetAction> actions(View view) {
        Set<BudgetAction> may = EnumSet.noneOf(BudgetAction.class);
        if (view.rest()) {
            return may;
        }
        if (view.own() ? guard.mayAuthority(BUDGET_CORRECT, view.authorityId()) : guard.may(BUDGET_CORRECT, view.schoolId())) {
            may.add(BudgetAction.CORRECT);
        }
        if (view.own() && guard.mayAuthority(OWN_MONEY_EDIT, view.authorityId())) {
            may.add(BudgetAction.CHANGE);
            may.add(BudgetAction.CARRY_OVER);
        }
        return may;
    }

    private void require(Long applicationId, Long schoolId, Long authorityId) {
        if (applicationId != null && guard.limited() && guard.mayAwards(BUDGET_VIEW, authorityId != null ? authorityId : authorityOf(applicationId), List.of(applicationId))) {
            return;
        }
        if (authorityId != null) {
            guard.requireAuthority(BUDGET_VIEW, authorityId);
        } else {
            guard.require(BUDGET_VIEW, schoolId);
        }
    }

    private Long authorityOf(Long applicationId) {
        return Ask.of(em, Long.class, "select a.authorityId from Application a where a.id = :id").set("id", applicationId).one().orElse(null);
    }

    /** Where a budget belongs. */
    record Place(Long applicationId, Long schoolId, Long authorityId) {
    }

    /**
     * The ledger of a budget, the newest posting first.
     *
     * @throws NotFound if there is no such budget or the asker may not see it
     */
    public Page<Line> postings(long budgetId, PageRequest page) {
        Place place = one(Place.class, "select b.applicationId as applicationId, b.schoolId as schoolId, b.authorityId as authorityId", budgetId);
        require(place.applicationId(), place.schoolId(), place.authorityId());
        Page<Line> lines = Ask.of(em, Line.class, """
                select p.id as id, p.kind as kind, p.amountCents as amountCents, p.resolvesId as resolvesId, r.id as resolvedBy,
                    p.source as source, p.actor as actor, p.at as at_, p.note as note
                from Posting p left join Posting r on r.resolvesId = p.id where p.budgetId = :id"""
                + page.orderBy(Map.of("at", "p.at", "amount", "p.amountCents"), "p.id desc", "p.id")).set("id", budgetId)
                .page(page, Ask.of(em, Long.class, "select count(p) from Posting p where p.budgetId = :id").set("id", budgetId));
        Map<String, PostingSource.Cause> causes = causes(lines.rows());
        return new Page<>(lines.rows().stream().map(l -> l.with(causes.get(l.sourceType() + ":" + l.sourceId()))).toList(), lines.total(), lines.page(), lines.size());
    }

    /**
     * What of a budget is reserved or committed and not yet ended, the largest first, at most 200: what holds its money.
     *
     * @throws NotFound if there is no such budget or the asker may not see it
     */
    public List<Line> open(long budgetId) {
        Place place = one(Place.class, "select b.applicationId as applicationId, b.schoolId as schoolId, b.authorityId as authorityId", budgetId);
        require(place.applicationId(), place.schoolId(), place.authorityId());
        List<Line> lines = Ask.of(em, Line.class, """
                select p.id as id, p.kind as kind, p.amountCents as amountCents, p.resolvesId as resolvesId, r.id as resolvedBy,
                    p.source as source, p.actor as actor, p.at as at_, p.note as note
                from Posting p left join Posting r on r.resolvesId = p.id where p.budgetId = :id and p.kind in :kinds and r.id is null
                order by p.amountCents desc, p.id""").set("id", budgetId).set("kinds", List.of(PostingKind.RESERVE, PostingKind.COMMIT)).list(MOST);
        Map<String, PostingSource.Cause> causes = causes(lines);
        return lines.stream().map(l -> l.with(causes.get(l.sourceType() + ":" + l.sourceId()))).toList();
    }

    /** What the sources of these lines are called, one question for each kind of source. */
    private Map<String, PostingSource.Cause> causes(List<Line> lines) {
        Map<String, PostingSource.Cause> causes = new HashMap<>();
        for (PostingSource room : sources) {
            Map<String, Set<Long>> ids = lines.stream().filter(l -> l.sourceId() != null && room.kinds().contains(l.sourceType()))
                    .collect(groupingBy(Line::sourceType, mapping(Line::sourceId, toSet())));
            ids.forEach((kind, of) -> room.causes(kind, of).forEach((id, cause) -> causes.put(kind + ":" + id, cause)));
        }
        return causes;
    }

    BudgetName name(long budgetId) {
        return one(BudgetName.class, """
                select b.kind as kind, a.no as applicationNo, p.no as positionNo, b.category as category, s.name as school, a.periodTo as periodTo, b.householdYear as year_,
                    b.account as account, b.endsOn as endsOn""", budgetId);
    }

    private <T> T one(Class<T> type, String select, long budgetId) {
        return Ask.of(em, type, select + FROM + " where b.id = :id").set("id", budgetId).one()
                .orElseThrow(() -> new NotFound("Budget", budgetId));
    }
}
