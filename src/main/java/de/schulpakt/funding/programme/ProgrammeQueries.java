package de.schulpakt.funding.programme;

import static de.schulpakt.identity.Permission.PROGRAMME_EDIT;
import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.History;
import de.schulpakt.platform.HistoryEntry;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about programmes, their rules and ceilings. */
@Queries
public class ProgrammeQueries {
    /**
     * How long what was bought is bound to its purpose (Zweckbindung), from the programme's rules.
     *
     * @param start DELIVERY or COMMISSIONING
     * @param mode  EXACT_DATE or END_OF_CALENDAR_YEAR
     */
    public record Binding(String start, Integer years, String mode) {
    }

    /** What an authority may apply for in a programme: grant money, without own share, in cents. */
    public record Ceiling(Long id, Long authorityId, String authority, Long ceilingCents, String source, boolean verified,
            Integer version) {
    }

    /**
     * A programme in the list.
     *
     * @param rules        how many rules it has
     * @param unverified   how many of its rules are not verified
     */
    public record Row(Long id, String code, String name, LocalDate startsOn, LocalDate endsOn, Long rules,
            Long unverified) {
    }

    /**
     * A programme with its rules and ceilings.
     *
     * @param rules     by kind, category and day, the newest first
     * @param ceilings  of the authorities that the asker may see
     * @param actions   what the asker may do
     */
    public record View(Long id, String code, String name, LocalDate startsOn, LocalDate endsOn, List<Rule> rules,
            List<Ceiling> ceilings, Integer version, Set<ProgrammeAction> actions, List<HistoryEntry> timeline) {
    }

    /**
     * A rule of a programme.
     *
     * @param category name of a {@link Category}, or ALL
     * @param value    read according to kind, see {@link RuleKind}
     * @param verified false: the value was not read in an official source and must be checked before it is relied on
     */
    public record Rule(Long id, RuleKind kind, String category, String value, LocalDate validFrom, String source,
            String sourceUrl, boolean verified, Integer version) {
    }

    /** The first and the last day of a programme. */
    public record Span(LocalDate startsOn, LocalDate endsOn) {
    }

    static final String ALL = "ALL";
    private static final Map<String, String> COLUMNS = Map.of("code", "g.code", "name", "g.name", "startsOn", "g.startsOn");
    private static final String RULE = "select new de.schulpakt.funding.programme.ProgrammeQueries.Rule(r.id, r.kind, r.category, r.value, r.validFrom,"
            + " r.source, r.sourceUrl, r.verified, r.version) from ProgrammeRule r where ";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * The rule that holds on a day: the one with the latest valid-from that is not after it. A rule for the category
     * itself goes before a rule for all.
     *
     * @param category null asks for the rule for all categories only
     * @return null if the programme has no such rule on that day
     */
    @Unguarded("Rules of a programme are public; use cases of every role are checked against them.")
    public Rule rule(RuleKind kind, long programmeId, Category category, LocalDate day) {
        List<Rule> found = em.createQuery(RULE + "r.programmeId = :programme and r.kind = :kind and r.category in :categories"
                        + " and r.validFrom <= :day order by case when r.category = 'ALL' then 1 else 0 end, r.validFrom desc",
                        Rule.class)
                .setParameter("programme", programmeId).setParameter("kind", kind)
                .setParameter("categories", category == null ? List.of(ALL) : List.of(category.name(), ALL))
                .setParameter("day", day).setMaxResults(1).getResultList();
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * How long what is bought today is bound to its purpose.
     *
     * @return null if the programme has no complete rule (years, start and mode) for the category
     */
    @Unguarded("Rules of a programme are public; the delivery that asks has asked the guard for its order.")
    public Binding bindingOf(long programmeId, Category category) {
        LocalDate today = clock.today();
        Rule years = rule(RuleKind.BINDING_YEARS, programmeId, category, today);
        Rule start = rule(RuleKind.BINDING_START, programmeId, category, today);
        Rule mode = rule(RuleKind.BINDING_MODE, programmeId, category, today);
        return years == null || start == null || mode == null ? null
                : new Binding(start.value(), Integer.valueOf(years.value()), mode.value());
    }

    /**
     * The direct award limit (Direktauftrag) that holds today: net cents.
     *
     * @return null if the programme names none
     */
    @Unguarded("Rules of a programme are public; the order that asks has asked the guard.")
    public Long directAwardLimit(long programmeId, Category category) {
        Rule limit = rule(RuleKind.DIRECT_AWARD_LIMIT, programmeId, category, clock.today());
        return limit == null ? null : Long.valueOf(limit.value());
    }

    /**
     * The first and the last day of a programme.
     *
     * @throws NotFound if there is none
     */
    @Unguarded("The days of a programme are public; applications of every authority are checked against them.")
    public Span span(long programmeId) {
        return em.createQuery("select new de.schulpakt.funding.programme.ProgrammeQueries.Span(g.startsOn, g.endsOn) from Programme g where g.id = :id",
                Span.class).setParameter("id", programmeId).getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("Programme", programmeId));
    }

    /** All programmes, the newest first, with how many rules they have and how many of these are not verified. */
    public Page<Row> list(PageRequest page) {
        guard.require(PROGRAMME_VIEW);
        List<Row> rows = em.createQuery("select new de.schulpakt.funding.programme.ProgrammeQueries.Row(g.id, g.code, g.name, g.startsOn,"
                        + " g.endsOn, count(r.id), count(nullif(r.verified, true)))"
                        + " from Programme g left join ProgrammeRule r on r.programmeId = g.id"
                        + " group by g.id, g.code, g.name, g.startsOn, g.endsOn"
                        + page.orderBy(COLUMNS, "g.startsOn desc", "g.id"), Row.class)
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return Page.of(rows, em.createQuery("select count(g) from Programme g", Long.class).getSingleResult(), page);
    }

    /**
     * One programme with all its rules and the ceilings of the authorities that the asker may see.
     *
     * @throws NotFound if there is none
     */
    public View view(long id) {
        guard.require(PROGRAMME_VIEW);
        Object[] g = em.createQuery("select g.code, g.name, g.startsOn, g.endsOn, g.version from Programme g where g.id = :id",
                        Object[].class).setParameter("id", id).getResultStream().findFirst()
                .orElseThrow(() -> new NotFound("Programme", id));
        List<Rule> rules = em.createQuery(RULE + "r.programmeId = :id order by r.kind, r.category, r.validFrom desc",
                Rule.class).setParameter("id", id).getResultList();
        Scope scope = guard.visibleSchools(PROGRAMME_VIEW);
        List<Ceiling> ceilings = em.createQuery("select new de.schulpakt.funding.programme.ProgrammeQueries.Ceiling(c.id, c.authorityId, a.name,"
                        + " c.ceilingCents, c.source, c.verified, c.version) from ProgrammeCeiling c"
                        + " join Authority a on a.id = c.authorityId where c.programmeId = :id and (:everywhere = true"
                        + " or c.authorityId in :authorities) order by a.name", Ceiling.class)
                .setParameter("id", id).setParameter("everywhere", scope.everywhere())
                .setParameter("authorities", authorities(scope)).getResultList();
        Set<ProgrammeAction> actions = guard.mayEverywhere(PROGRAMME_EDIT)
                ? EnumSet.of(ProgrammeAction.ADD_RULE, ProgrammeAction.CONFIRM_RULE, ProgrammeAction.SET_CEILING)
                : guard.may(PROGRAMME_EDIT) ? EnumSet.of(ProgrammeAction.SET_CEILING) : Set.of();
        return new View(id, (String) g[0], (String) g[1], (LocalDate) g[2], (LocalDate) g[3], rules, ceilings,
                (Integer) g[4], actions, history.of("Programme", id));
    }

    /** True if the asker may create programmes. */
    public boolean mayCreate() {
        return guard.mayEverywhere(PROGRAMME_EDIT);
    }

    private static Collection<Long> authorities(Scope scope) {
        return scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities();
    }
}
