package de.schulpakt.funding.programme;

import static de.schulpakt.identity.Permission.PROGRAMME_EDIT;
import static de.schulpakt.identity.Permission.PROGRAMME_VIEW;

import de.schulpakt.identity.Duties;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.Texts;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions about programmes, their rules and ceilings. */
@Queries
public class ProgrammeQueries {
    /**
     * How long what was bought is bound to its purpose (Zweckbindung), from the programme's rules.
     *
     * @param start DELIVERY or COMMISSIONING
     * @param mode  EXACT_DATE or END_OF_CALENDAR_YEAR
     * @param verified false: not all three values were read in an official source, so the binding warns and does not refuse
     */
    public record Binding(String start, Integer years, String mode, boolean verified) {
    }

    /**
     * What an authority may apply for in a programme: grant money, without own share, in cents.
     *
     * @param verified      false: still to be confirmed by a second person
     * @param verifiedCents what was confirmed last and goes on to hold until then; null if nothing was
     */
    public record Ceiling(Long id, Long authorityId, String authority, Long ceilingCents, String source, boolean verified,
            Long verifiedCents, Integer version) {
    }

    /**
     * A programme in the list.
     *
     * @param rules        how many rules it has
     * @param unverified   how many of its rules are not verified
     * @param withdrawn    true: it was taken back
     */
    public record Row(Long id, String code, String name, LocalDate startsOn, LocalDate endsOn, Long rules,
            Long unverified, Boolean withdrawn) {
    }

    /**
     * A programme with its rules and ceilings.
     *
     * @param rules     by kind, category and day, the newest first
     * @param withdrawnAt when it was taken back, null: it stands
     * @param questions values that no source gives and nobody has entered yet
     * @param ceilings  of the authorities that the asker may see
     * @param actions   what the asker may do
     */
    public record View(Long id, String code, String name, LocalDate startsOn, LocalDate endsOn, Instant withdrawnAt, String withdrawalReason, List<Rule> rules,
            List<Question> questions, List<Ceiling> ceilings, Integer version, Set<ProgrammeAction> actions, List<HistoryEntry> timeline) {
        View with(List<Rule> all, List<Question> open, List<Ceiling> seen, Set<ProgrammeAction> may, List<HistoryEntry> history) {
            return new View(id, code, name, startsOn, endsOn, withdrawnAt, withdrawalReason, all, open, seen, version, may, history);
        }
    }

    /**
     * A rule of a programme.
     *
     * @param category name of a {@link Category}, or ALL
     * @param value    read according to kind, see {@link RuleKind}
     * @param verified false: the value was not read in an official source and must be checked before it is relied on
     * @param status   what is said of the source, null where nobody said it
     * @param withdrawalReason why somebody wants it withdrawn, null if nobody does
     */
    public record Rule(Long id, RuleKind kind, String category, String value, LocalDate validFrom, String source,
            String sourceUrl, boolean verified, RuleStatus status, String withdrawalReason, Integer version) {
        /** What the rule says. */
        public Sentence words() {
            return ALL.equals(category) ? Sentence.of("said.rule", kind, kind.said(value))
                    : Sentence.of("said.rule_category", kind, Category.valueOf(category), kind.said(value));
        }
    }

    /**
     * An amount that is not to be exceeded.
     *
     * @param verified false: nobody has found the amount in an official source, so it warns and does not refuse
     * @param source   where it stands
     */
    public record Limit(Money amount, boolean verified, String source) {
    }

    /** A value that no source gives: it is asked for, never guessed. */
    public record Question(Long id, RuleKind kind, String category, String question) {
    }

    /** The first and the last day of a programme. */
    public record Span(LocalDate startsOn, LocalDate endsOn) {
    }

    static final String ALL = "ALL";
    private static final String RULE = """
            select r.id as id, r.kind as kind, r.category as category, r.value as value_, r.validFrom as validFrom,
                r.source as source, r.sourceUrl as sourceUrl, r.verified as verified, r.status as status,
                r.withdrawalReason as withdrawalReason, r.version as version
            from ProgrammeRule r where r.withdrawnAt is null and\s""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Duties duties;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * The rule that holds on a day: the latest of those that have begun and are verified; the latest of all as long as none is
     * verified. A rule for the category itself goes before a rule for all.
     *
     * @param category null asks for the rule for all categories only
     * @return null if the programme has no such rule on that day
     */
    @Unguarded("Rules of a programme are public; use cases of every role are checked against them.")
    public Rule rule(RuleKind kind, long programmeId, Category category, LocalDate day) {
        return rules(kind, programmeId, category, day).stream().findFirst().orElse(null);
    }

    /**
     * The same, and after it the newer one that nobody has verified and that takes its place once somebody does: until then it
     * warns, and the old one goes on to hold.
     */
    @Unguarded("Rules of a programme are public; use cases of every role are checked against them.")
    public List<Rule> rules(RuleKind kind, long programmeId, Category category, LocalDate day) {
        return holding(begun(List.of(kind), programmeId, category == null ? List.of() : List.of(category), day), kind, category);
    }

    /** What of these kinds nobody has verified, in words, for the page of a step that asks them; today. */
    @Unguarded("Rules of a programme are public.")
    public List<Sentence> doubts(long programmeId, Collection<Category> categories, Collection<RuleKind> kinds) {
        List<Rule> begun = begun(kinds, programmeId, categories, clock.today());
        return kinds.stream().sorted().flatMap(kind -> (categories.isEmpty() ? Stream.of((Category) null) : categories.stream().sorted())
                        .flatMap(category -> holding(begun, kind, category).stream()))
                .filter(r -> !r.verified()).distinct().map(r -> Sentence.of("funding.unverified_rule", r.words(), r.source())).toList();
    }

    private List<Rule> begun(Collection<RuleKind> kinds, long programmeId, Collection<Category> categories, LocalDate day) {
        return Ask.of(em, Rule.class, RULE + """
                r.programmeId = :programme and r.kind in :kinds and r.category in :categories and r.validFrom <= :day
                order by case when r.category = 'ALL' then 1 else 0 end, r.validFrom desc, r.id desc""")
                .set("programme", programmeId).set("kinds", kinds).set("categories", Stream.concat(categories.stream().map(Category::name),
                        Stream.of(ALL)).toList()).set("day", day).list();
    }

    private static List<Rule> holding(List<Rule> begun, RuleKind kind, Category category) {
        List<Rule> candidates = begun.stream().filter(r -> r.kind() == kind
                && (ALL.equals(r.category()) || category != null && category.name().equals(r.category()))).toList();
        Stream<Rule> verified = candidates.stream().filter(Rule::verified).limit(1);
        return Stream.concat(verified, candidates.stream().limit(1)).distinct().toList();
    }

    /**
     * How long what is bought today is bound to its purpose.
     *
     * @param approvedCents what the decision has approved for the whole application, own share included: asked for only where the years
     *                      depend on the grant
     * @return null if the programme has no complete rule (years, start and mode) for the category
     */
    @Unguarded("Rules of a programme are public; the delivery that asks has asked the guard for its order.")
    public Binding bindingOf(long programmeId, Category category, LongSupplier approvedCents) {
        return bindingOf(programmeId, binding(programmeId, category, clock.today()), approvedCents);
    }

    /** The same for what was bought on an earlier day; where the rules were recorded for later days only, those of today. */
    @Unguarded("Rules of a programme are public; the import that asks has asked the guard.")
    public Binding bindingOf(long programmeId, Category category, LocalDate day, LongSupplier approvedCents) {
        List<Rule> then = binding(programmeId, category, day);
        return bindingOf(programmeId, then.size() < 3 ? binding(programmeId, category, clock.today()) : then, approvedCents);
    }

    private Binding bindingOf(long programmeId, List<Rule> holding, LongSupplier approvedCents) {
        if (holding.size() < 3) {
            return null;
        }
        Years years = Years.parse(holding.get(1).value());
        return binding(holding, years.banded() ? years.of(grant(programmeId, approvedCents.getAsLong())) : years.base());
    }

    /** Every binding that may hold today for the category: more than one where the years depend on the grant. */
    @Unguarded("Rules of a programme are public; the confirmation that asks has asked the guard.")
    public List<Binding> bindingsOf(long programmeId, Category category) {
        List<Rule> holding = binding(programmeId, category, clock.today());
        return holding.size() < 3 ? List.of() : Years.parse(holding.get(1).value()).all().stream().map(years -> binding(holding, years)).toList();
    }

    private static Binding binding(List<Rule> holding, int years) {
        return new Binding(holding.get(0).value(), years, holding.get(2).value(), holding.stream().allMatch(Rule::verified));
    }

    private List<Rule> binding(long programmeId, Category category, LocalDate day) {
        List<Rule> begun = begun(List.of(RuleKind.BINDING_YEARS, RuleKind.BINDING_START, RuleKind.BINDING_MODE), programmeId,
                List.of(category), day);
        return Stream.of(RuleKind.BINDING_START, RuleKind.BINDING_YEARS, RuleKind.BINDING_MODE)
                .flatMap(kind -> holding(begun, kind, category).stream().limit(1)).toList();
    }

    /** What of an approved sum is grant; all of it if no rule names an own share. */
    private long grant(long programmeId, long approvedCents) {
        OwnShare share = ownShare(programmeId, clock.today());
        return share == null ? approvedCents : share.grant(Money.of(approvedCents)).cents();
    }

    /**
     * The direct award limit (Direktauftrag) that holds today, net, and a newer one that nobody has verified; none if the
     * programme names none.
     */
    @Unguarded("Rules of a programme are public; the order that asks has asked the guard.")
    public List<Limit> directAwardLimits(long programmeId, Category category) {
        return rules(RuleKind.DIRECT_AWARD_LIMIT, programmeId, category, clock.today()).stream()
                .map(limit -> new Limit(Money.of(Long.parseLong(limit.value())), limit.verified(), limit.source())).toList();
    }

    /** The ceiling of an authority that holds, and after it one that is still to be confirmed; none if it has none. */
    @Unguarded("Inner door: the application that asks has asked the guard for its authority.")
    public List<Limit> ceilings(long programmeId, long authorityId) {
        return Ask.of(em, Amount.class, """
                select c.ceilingCents as cents, c.source as source, c.verified as verified, c.verifiedCents as verifiedCents,
                    c.verifiedSource as verifiedSource
                from ProgrammeCeiling c where c.programmeId = :programme and c.authorityId = :authority""")
                .set("programme", programmeId).set("authority", authorityId).one()
                .map(c -> limits(c.cents(), c.source(), c.verified(), c.verifiedCents(), c.verifiedSource())).orElse(List.of());
    }

    /** What stands in a ceiling. */
    record Amount(Long cents, String source, boolean verified, Long verifiedCents, String verifiedSource) {
    }

    static List<Limit> limits(long cents, String source, boolean verified, Long verifiedCents, String verifiedSource) {
        Limit newest = new Limit(Money.of(cents), verified, source);
        return verified || verifiedCents == null ? List.of(newest) : List.of(new Limit(Money.of(verifiedCents), true, verifiedSource), newest);
    }

    /**
     * How far a price may differ today before a second person confirms it, in basis points; 0 if the programme names nothing, or
     * nothing that is verified: a value that one person has set alone must not spare the second person.
     */
    @Unguarded("Rules of a programme are public; the order that asks has asked the guard.")
    public int priceTolerance(long programmeId, Category category) {
        Rule tolerance = rule(RuleKind.PRICE_TOLERANCE_BP, programmeId, category, clock.today());
        return tolerance == null || !tolerance.verified() ? 0 : Integer.parseInt(tolerance.value());
    }

    /**
     * The first and the last day of a programme.
     *
     * @throws NotFound if there is none
     */
    @Unguarded("The days of a programme are public; applications of every authority are checked against them.")
    public Span span(long programmeId) {
        return Ask.of(em, Span.class, "select g.startsOn as startsOn, g.endsOn as endsOn from Programme g where g.id = :id")
                .set("id", programmeId).one().orElseThrow(() -> new NotFound("Programme", programmeId));
    }

    /**
     * One programme with all its rules and the ceilings of the authorities that the asker may see.
     *
     * @throws NotFound if there is none
     */
    public View view(long id) {
        guard.require(PROGRAMME_VIEW);
        View view = Ask.of(em, View.class, """
                select g.id as id, g.code as code, g.name as name, g.startsOn as startsOn, g.endsOn as endsOn, g.withdrawnAt as withdrawnAt,
                    g.withdrawalReason as withdrawalReason, g.version as version
                from Programme g where g.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Programme", id));
        List<Rule> rules = Ask.of(em, Rule.class, RULE + "r.programmeId = :id order by r.kind, r.category, r.validFrom desc, r.id desc")
                .set("id", id).list();
        Scope scope = guard.visibleSchools(PROGRAMME_VIEW);
        List<Ceiling> ceilings = Ask.of(em, Ceiling.class, """
                select c.id as id, c.authorityId as authorityId, a.name as authority, c.ceilingCents as ceilingCents,
                    c.source as source, c.verified as verified, c.verifiedCents as verifiedCents, c.version as version
                from ProgrammeCeiling c join Authority a on a.id = c.authorityId where c.programmeId = :id
                    and (:everywhere = true or c.authorityId in :authorities) order by a.name""")
                .set("id", id).set("everywhere", scope.everywhere()).set("authorities", authorities(scope)).list();
        Set<ProgrammeAction> actions = view.withdrawnAt() != null ? guard.mayEverywhere(PROGRAMME_EDIT) ? EnumSet.of(ProgrammeAction.WITHDRAW_RULE) : Set.of()
                : guard.mayEverywhere(PROGRAMME_EDIT)
                ? EnumSet.of(ProgrammeAction.CHANGE, ProgrammeAction.WITHDRAW, ProgrammeAction.ADD_RULE, ProgrammeAction.CONFIRM_RULE, ProgrammeAction.WITHDRAW_RULE, ProgrammeAction.SET_CEILING,
                        ProgrammeAction.CONFIRM_CEILING)
                : guard.may(PROGRAMME_EDIT) ? EnumSet.of(ProgrammeAction.SET_CEILING, ProgrammeAction.CONFIRM_CEILING) : Set.of();
        return view.with(rules, questions(id), ceilings, actions, timeline(id, ceilings, scope));
    }

    /** What is open: asked for by the source of the rules, and no value stands for it. */
    private List<Question> questions(long id) {
        return Ask.of(em, Question.class, """
                select q.id as id, q.kind as kind, q.category as category, q.question as question from RuleQuestion q
                where q.programmeId = :id and not exists (select r.id from ProgrammeRule r where r.programmeId = q.programmeId
                    and r.kind = q.kind and r.category = q.category and r.withdrawnAt is null) order by q.kind, q.category""").set("id", id).list();
    }

    /** The own share that holds on a day and how it is rounded; null if the programme names none. */
    @Unguarded("Rules of a programme are public; the application that asks has asked the guard.")
    public OwnShare ownShare(long programmeId, LocalDate day) {
        Rule share = rule(RuleKind.OWN_SHARE_BP, programmeId, null, day);
        Rule rounding = rule(RuleKind.ROUNDING, programmeId, null, day);
        return share == null ? null : new OwnShare(Integer.parseInt(share.value()), rounding != null && rounding.value().equals("HALF_UP"));
    }

    /**
     * How grant money of the programme comes today.
     *
     * @return null if the programme says nothing of it
     */
    @Unguarded("Rules of a programme are public; whoever draws money has asked the guard.")
    public Payout payout(long programmeId, LocalDate day) {
        Rule mode = rule(RuleKind.PAYOUT_MODE, programmeId, null, day);
        Rule plan = rule(RuleKind.PAYOUT_PLAN, programmeId, null, day);
        Rule kept = rule(RuleKind.RETAINED_BP, programmeId, null, day);
        return mode == null ? null : Payout.of(mode.value(), plan == null ? null : plan.value(), kept == null ? null : kept.value(),
                Stream.of(mode, plan, kept).allMatch(r -> r == null || r.verified()));
    }

    /**
     * How grant money of the programme comes on each of these days; one statement, however many there are.
     *
     * @return without the days on which the programme says nothing of it
     */
    @Unguarded("Rules of a programme are public; whoever draws money has asked the guard.")
    public Map<LocalDate, Payout> payouts(long programmeId, Collection<LocalDate> days) {
        Map<LocalDate, Payout> found = new HashMap<>();
        if (days.isEmpty()) {
            return found;
        }
        List<Rule> all = begun(List.of(RuleKind.PAYOUT_MODE, RuleKind.PAYOUT_PLAN, RuleKind.RETAINED_BP), programmeId, List.of(), Collections.max(days));
        for (LocalDate day : days) {
            List<Rule> begun = all.stream().filter(r -> !r.validFrom().isAfter(day)).toList();
            Map<RuleKind, Rule> holds = new EnumMap<>(RuleKind.class);
            Stream.of(RuleKind.PAYOUT_MODE, RuleKind.PAYOUT_PLAN, RuleKind.RETAINED_BP).forEach(kind -> holding(begun, kind, null).stream().findFirst().ifPresent(r -> holds.put(kind, r)));
            Rule mode = holds.get(RuleKind.PAYOUT_MODE);
            Rule plan = holds.get(RuleKind.PAYOUT_PLAN);
            Rule kept = holds.get(RuleKind.RETAINED_BP);
            if (mode != null) {
                found.put(day, Payout.of(mode.value(), plan == null ? null : plan.value(), kept == null ? null : kept.value(), holds.values().stream().allMatch(Rule::verified)));
            }
        }
        return found;
    }

    /** A rule and whose it is. */
    record OfProgramme(Long programmeId, Long id, RuleKind kind, String category, String value, LocalDate validFrom, String source, String sourceUrl, boolean verified,
            RuleStatus status, String withdrawalReason, Integer version) {
        Rule rule() {
            return new Rule(id, kind, category, value, validFrom, source, sourceUrl, verified, status, withdrawalReason, version);
        }
    }

    /** The rules of these kinds for all categories that hold on a day, as {@link #rule}, by programme; one statement, however many there are. */
    @Unguarded("Rules of a programme are public.")
    public Map<Long, Map<RuleKind, Rule>> holding(Collection<Long> programmes, Collection<RuleKind> kinds, LocalDate day) {
        Map<Long, Map<RuleKind, Rule>> found = new HashMap<>();
        if (programmes.isEmpty()) {
            return found;
        }
        Map<Long, List<Rule>> begun = Ask.of(em, OfProgramme.class, RULE.replaceFirst("select ", "select r.programmeId as programmeId, ") + """
                r.programmeId in :programmes and r.kind in :kinds and r.category = 'ALL' and r.validFrom <= :day order by r.validFrom desc, r.id desc""")
                .set("programmes", programmes).set("kinds", kinds).set("day", day).list().stream()
                .collect(Collectors.groupingBy(OfProgramme::programmeId, Collectors.mapping(OfProgramme::rule, Collectors.toList())));
        begun.forEach((programme, rules) -> kinds.forEach(kind -> holding(rules, kind, null).stream().findFirst()
                .ifPresent(r -> found.computeIfAbsent(programme, p -> new EnumMap<>(RuleKind.class)).put(kind, r))));
        return found;
    }

    /** A whole number that a rule for all categories holds on a day; null if the programme has none. */
    @Unguarded("Rules of a programme are public.")
    public Integer number(RuleKind kind, long programmeId, LocalDate day) {
        Rule rule = rule(kind, programmeId, null, day);
        return rule == null ? null : Integer.valueOf(rule.value());
    }

    /** A whole number that a rule says, and whether that was verified. */
    public record Number(Integer value, boolean verified) {
    }

    /** The same with what stands behind it; null if the programme has none. */
    @Unguarded("Rules of a programme are public.")
    public Number ruleNumber(RuleKind kind, long programmeId, LocalDate day) {
        Rule rule = rule(kind, programmeId, null, day);
        return rule == null ? null : new Number(Integer.valueOf(rule.value()), rule.verified());
    }

    /** The rules that stand of the programme with that code, the newest first; none if there is no such programme. */
    @Unguarded("Rules of a programme are public.")
    public List<Rule> rulesOf(String code) {
        return Ask.of(em, Rule.class, RULE + """
                r.programmeId = (select g.id from Programme g where g.code = :code)
                order by r.kind, r.category, r.validFrom desc, r.id desc""").set("code", code).list();
    }

    /** The programme with that code, null if there is none. */
    @Unguarded("Programmes are public.")
    public Long idOf(String code) {
        return Ask.of(em, Long.class, "select g.id from Programme g where g.code = :code").set("code", code).one().orElse(null);
    }

    /** The rules that the asker has set: somebody else is to confirm them. */
    public Set<Long> ownRules(Collection<Rule> rules) {
        guard.require(PROGRAMME_VIEW);
        return duties.own("ProgrammeRule", rules.stream().map(Rule::id).toList(), ProgrammeAction.ADD_RULE);
    }

    /**
     * What was done to the programme and to the ceilings that the asker sees, newest first. Ceilings that were set before each
     * had a history of its own stand in that of the programme, for who sees all of them.
     */
    private List<HistoryEntry> timeline(long id, List<Ceiling> ceilings, Scope scope) {
        String ceiling = Texts.key(ProgrammeAction.SET_CEILING);
        List<HistoryEntry> all = new ArrayList<>(history.of("Programme", id, scope));
        all.removeIf(h -> !scope.everywhere() && ceiling.equals(h.action()));
        all.addAll(history.ofAll("ProgrammeCeiling", ceilings.stream().map(Ceiling::id).toList()));
        all.sort(Comparator.comparing(HistoryEntry::at).reversed());
        return all;
    }

    /** The key dates that hold today, of the programmes that have not ended; one statement. */
    @Unguarded("Rules of a programme are public.")
    public List<Days> reportDays() {
        return Ask.of(em, Named.class, """
                select g.id as programmeId, g.name as programme, r.value as value_, r.verified as verified from ProgrammeRule r
                    join Programme g on g.id = r.programmeId
                where r.kind = :kind and r.withdrawnAt is null and r.validFrom <= :today and g.endsOn >= :today and g.withdrawnAt is null and not exists (
                    select n.id from ProgrammeRule n
                    where n.programmeId = r.programmeId and n.kind = r.kind and n.category = r.category and n.withdrawnAt is null
                    and (n.validFrom > r.validFrom or n.validFrom = r.validFrom and n.id > r.id) and n.validFrom <= :today) order by g.startsOn, g.id""").set("kind", RuleKind.REPORT_DAYS)
                .set("today", clock.today()).list().stream().map(Named::days).toList();
    }

    /** The value of a rule with its programme. */
    record Named(Long programmeId, String programme, String value, boolean verified) {
        Days days() {
            return new Days(programmeId, programme, Arrays.stream(value.split(",")).map(d -> MonthDay.parse("--" + d)).toList(), verified);
        }
    }

    /** Days of each year on which a programme is to be reported on. */
    public record Days(Long programmeId, String programme, List<MonthDay> days, boolean verified) {
    }

    /** True if the asker may create programmes. */
    public boolean mayCreate() {
        return guard.mayEverywhere(PROGRAMME_EDIT);
    }

    private static Collection<Long> authorities(Scope scope) {
        return scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities();
    }
}
