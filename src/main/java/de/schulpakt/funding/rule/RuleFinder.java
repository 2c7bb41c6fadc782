package de.schulpakt.funding.rule;

import static de.schulpakt.funding.rule.RuleAnswer.BROKEN;
import static de.schulpakt.funding.rule.RuleAnswer.HOLDS;
import static de.schulpakt.funding.rule.RuleAnswer.NOT_APPLICABLE;
import static de.schulpakt.funding.rule.RuleAnswer.OPEN;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.ApplicationQueries.Demand;
import de.schulpakt.funding.application.ApplicationQueries.Ruled;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.revision.RevisionQueries;
import de.schulpakt.funding.settlement.Bought;
import de.schulpakt.funding.settlement.DrawdownQueries;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Setting;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What each rule says of an application or of one thing that it paid. What a step checks is asked of the class that checks it there; the rest is
 * counted in the rows that the steps have left: one statement for each kind of row, however many there are. Asks nobody for a permission.
 */
@ApplicationScoped
class RuleFinder {
    private static final int MOST = 2_000;
    private static final int MOST_AWARDS = 50;
    /** So many numbers a statement takes. */
    private static final int AT_ONCE = 1_000;
    /** Net cents above which a thing is a fixed asset. */
    private static final long FIXED_ASSET_CENTS = 100_000;
    /** From this day on suppliers send electronic invoices (ERechVORP). */
    private static final LocalDate E_INVOICES = LocalDate.of(2025, 4, 1);
    private static final String PUPIL = "PUPIL";
    private static final Set<String> SEVERAL = Set.of("NEGOTIATED", "RESTRICTED");
    private static final Set<String> SUPPORT = Set.of("support", "signed_school", "signed_authority", "support_file");
    private static final Set<String> CONCEPT = Set.of("concept", "concept_version", "concept_file");
    private static final Map<String, FieldRule> DEMANDS = Map.of("application.measure_before", FieldRule.R01, "application.measure_after", FieldRule.R02,
            "application.programme_over", FieldRule.R02, "application.period_outside", FieldRule.R02, "application.over_ceiling", FieldRule.R03,
            "application.category_not_allowed", FieldRule.R09, "application.mobile_cap", FieldRule.R11, "application.accompanying_alone", FieldRule.R12);

    @PersistenceContext
    EntityManager em;
    @Inject
    ApplicationQueries applications;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    DrawdownQueries drawdowns;
    @Inject
    Bought bought;
    @Inject
    RevisionQueries revisions;
    @Inject
    CalledOff calledOff;
    @Inject
    Clock clock;

    /** Counts of devices. */
    record Devices(Long all, Long bound, Long gaveUp, Long incomplete, Long assets, Long wrongShares) {
    }

    /** Counts of mobile devices, and of those where no network is. */
    record Mobile(Long all, Long without) {
    }

    /** Counts of loans to one kind of borrower. */
    record Loans(Enum<?> kind, Long all, Long running, Long marked, Long unsigned, Long alone, Long old) {
    }

    /** Counts of schools. */
    record Counted(Long all, Long late) {
    }

    /** A line of an order. */
    record Line(Long id, Long orderId, String orderNo, LocalDate orderedOn, Long awardId, String reference, Long priceCents, Integer quantity, Integer cancelled, Integer vatBp, Long contractId,
            Long programmeId, Category category) {
        Money net() {
            return Money.of(priceCents).times(quantity - cancelled).net(vatBp);
        }
    }

    /** The file of an award. */
    record Award(Long id, String no, Enum<?> kind, Long programmeId, Category category, LocalDate startedOn, Long bids) {
    }

    /** Counts of invoices. */
    record Invoices(Long all, Long owed, Long noFile, Long discounts, Long inTime, Long taken, Long unaddressed) {
    }

    /** A rate on an invoice, and the day of supply that it names. */
    record Rate(String no, LocalDate suppliedOn, Integer vatBp) {
    }

    /** Rates of tax from a day on. */
    record Rates(LocalDate validFrom, Integer standardBp, Integer reducedBp) {
    }

    /** Counts of drawdowns. */
    record Draws(Long all, Long received, Long undated, Long late) {
    }

    /** All rules of an application. */
    List<RuleFinding> of(long applicationId) {
        Ruled facts = applications.ruled(applicationId);
        RuleScope scope = new RuleScope(RuleStage.APPLICATION, applicationId);
        Book book = new Book(facts);
        application(book);
        devices(book, scope);
        orders(book, scope);
        invoices(book, scope);
        draws(book, scope);
        book.put(FieldRule.R29, Setting.text("schulpakt.contact", "").isBlank() ? OPEN : HOLDS, 1, 0, null);
        return book.all(f -> true);
    }

    /** The applications behind one thing, the oldest first: each line may be paid by several. */
    List<Long> behind(RuleScope scope) {
        return Ask.of(em, Long.class, scope.applications()).set("subject", scope.id()).list(MOST_AWARDS).stream().sorted().toList();
    }

    /** The rules of one thing, as the programme of one application behind it names them. */
    List<RuleFinding> at(RuleScope scope, long applicationId) {
        Book book = new Book(applications.ruledBehind(applicationId, scope.stage() == RuleStage.REQUEST || scope.stage() == RuleStage.ORDER));
        switch (scope.stage()) {
            case REQUEST -> {
                demands(book, Set.of(FieldRule.R09, FieldRule.R11));
                network(book, scope);
            }
            case ORDER -> {
                demands(book, Set.of(FieldRule.R09));
                orders(book, scope);
                address(book, 1);
            }
            case INVOICE -> invoices(book, scope);
            case DEVICE -> devices(book, scope);
            case DRAWDOWN -> {
                draws(book, scope);
                drawnNetwork(book, scope.id());
                drawnMobile(book, scope.id());
            }
            default -> throw new IllegalArgumentException(scope.stage().name());
        }
        return book.all(rule -> rule.at(scope.stage()));
    }

    private void application(Book book) {
        Ruled a = book.facts;
        demands(book, Set.copyOf(DEMANDS.values()));
        ProgrammeQueries.Rule share = book.rule(FieldRule.R04, null, a.relyingOn());
        book.put(FieldRule.R04, share == null ? OPEN : a.ownShareBp() == null || a.ownShareBp() == Integer.parseInt(share.value()) ? HOLDS : BROKEN, 1, 0, null);
        ProgrammeQueries.Rule most = book.rule(FieldRule.R05, null);
        int sent = (int) revisions.supplements(a.authorityId(), a.programmeId());
        book.put(FieldRule.R05, sent == 0 ? NOT_APPLICABLE : most == null ? OPEN : sent > Integer.parseInt(most.value()) ? BROKEN : HOLDS, sent,
                most == null ? 0 : Math.max(0, sent - Integer.parseInt(most.value())), null);
        book.put(FieldRule.R06, a.schools() == 0 ? BROKEN : HOLDS, (int) a.schools(), 0, null);
        missing(book, FieldRule.R07, SUPPORT);
        missing(book, FieldRule.R08, CONCEPT);
        boolean administration = a.categories().contains(Category.ADMINISTRATION);
        book.put(FieldRule.R13, administration ? OPEN : NOT_APPLICABLE, administration ? 1 : 0, 0, null);
        keyDates(book);
        long lines = Ask.of(em, Long.class, "select count(h) from HistoryRow h where h.subjectType = 'Application' and h.subjectId = :id").set("id", a.id()).one().orElse(0L);
        book.put(FieldRule.R27, lines == 0 ? BROKEN : HOLDS, (int) lines, 0, null);
        tolerance(book);
        boolean decided = a.decidedOn() != null && a.periodTo() != null;
        book.put(FieldRule.R35, !decided ? NOT_APPLICABLE : a.terms() == null || a.termsVersion() == null ? BROKEN : HOLDS, decided ? 1 : 0, 0,
                a.terms() == null ? null : a.terms() + (a.termsVersion() == null ? "" : " " + a.termsVersion()));
    }

    /** What the steps of the application demand, as they would today. */
    private void demands(Book book, Set<FieldRule> asked) {
        Map<FieldRule, List<Demand>> byRule = new EnumMap<>(FieldRule.class);
        book.facts.demands().stream().filter(d -> DEMANDS.containsKey(d.code())).forEach(d -> byRule.computeIfAbsent(DEMANDS.get(d.code()), r -> new ArrayList<>()).add(d));
        for (FieldRule rule : asked) {
            List<Demand> found = byRule.getOrDefault(rule, List.of());
            if (found.isEmpty()) {
                boolean named = rule.kind() == null || book.rule(rule, rule == FieldRule.R11 ? Category.MOBILE_DEVICE : null) != null;
                boolean asks = rule != FieldRule.R11 || book.facts.categories().contains(Category.MOBILE_DEVICE);
                book.put(rule, asks && !named && rule != FieldRule.R01 && rule != FieldRule.R02 ? OPEN : NOT_APPLICABLE, 0, 0, null);
            } else {
                List<Demand> broken = found.stream().filter(d -> !d.kept()).toList();
                Demand first = broken.isEmpty() ? found.get(0) : broken.get(0);
                boolean unsaid = rule == FieldRule.R01 && book.facts.undated();
                book.put(new RuleFinding(rule, unsaid ? OPEN : broken.isEmpty() ? HOLDS : BROKEN, first.kind(), first.value(), first.source(), first.source() == null ? null : first.verified(),
                        found.size(), broken.size(), null));
            }
        }
    }

    private static void missing(Book book, FieldRule rule, Set<String> kinds) {
        List<ApplicationQueries.Missing> lacking = book.facts.missing().stream().filter(m -> kinds.contains(m.what())).toList();
        long schools = lacking.stream().map(ApplicationQueries.Missing::schoolId).distinct().count();
        book.put(rule, book.facts.schools() == 0 ? NOT_APPLICABLE : lacking.isEmpty() ? HOLDS : BROKEN, (int) book.facts.schools(), (int) schools,
                lacking.isEmpty() ? null : lacking.get(0).school());
    }

    private void keyDates(Book book) {
        Ruled a = book.facts;
        ProgrammeQueries.Rule days = book.rule(FieldRule.R26, null);
        if (a.decidedOn() == null) {
            book.put(FieldRule.R26, NOT_APPLICABLE, 0, 0, null);
            return;
        }
        if (days == null) {
            book.put(FieldRule.R26, OPEN, 0, 0, null);
            return;
        }
        LocalDate today = clock.today();
        List<LocalDate> past = new ArrayList<>();
        for (int year = a.decidedOn().getYear(); year <= today.getYear(); year++) {
            for (String day : days.value().split(",")) {
                LocalDate on = MonthDay.parse("--" + day).atYear(year);
                if (!on.isBefore(a.decidedOn()) && on.isBefore(today)) {
                    past.add(on);
                }
            }
        }
        Set<LocalDate> kept = Set.copyOf(Ask.of(em, LocalDate.class, "select s.keyOn from Snapshot s where s.programmeId = :programme and s.authorityId = :authority")
                .set("programme", a.programmeId()).set("authority", a.authorityId()).list());
        List<LocalDate> lacking = past.stream().filter(day -> !kept.contains(day)).sorted().toList();
        book.put(FieldRule.R26, past.isEmpty() ? NOT_APPLICABLE : lacking.isEmpty() ? HOLDS : BROKEN, past.size(), lacking.size(), lacking.isEmpty() ? null : lacking.get(0).toString());
    }

    private void tolerance(Book book) {
        List<Over> over = Ask.of(em, Over.class, "select b.category as category, p.approvedCents as approved, b.spentCents as spent from Budget b"
                + " join FundingPosition p on p.id = b.positionId where b.applicationId = :id").set("id", book.facts.id()).list(MOST);
        long above = over.stream().filter(b -> b.spent() > b.approved()).count();
        long beyond = over.stream().filter(b -> b.spent() > b.approved()).filter(b -> {
            ProgrammeQueries.Rule rule = book.rule(FieldRule.R30, b.category());
            return rule != null && b.spent() * 10_000 > b.approved() * (10_000 + Long.parseLong(rule.value()));
        }).count();
        boolean named = book.rule(FieldRule.R30, null) != null;
        book.put(FieldRule.R30, over.isEmpty() ? NOT_APPLICABLE : beyond > 0 ? BROKEN : above > 0 && !named ? OPEN : HOLDS, over.size(), (int) beyond, null);
    }

    /** A position as it was approved, and what was spent of it. */
    record Over(Category category, Long approved, Long spent) {
    }

    private void network(Book book, RuleScope scope) {
        ProgrammeQueries.Rule rule = book.rule(FieldRule.R10, Category.MOBILE_DEVICE);
        Mobile mobile = scope.devices() == null ? Ask.of(em, Mobile.class, """
                select count(i) as all_, sum(case when exists (select u.id from NetworkUnit u where u.schoolId = r.schoolId and u.live = true) then 0 else 1 end) as without
                from RequestItem i join Request r on r.id = i.requestId where r.id = :subject and i.category = :mobile""").set("subject", scope.id())
                .set("mobile", Category.MOBILE_DEVICE).one().orElseThrow()
                : Ask.of(em, Mobile.class, """
                select count(d) as all_, sum(case when""" + " " + Bought.UNCONNECTED + " " + """
                then 1 else 0 end) as without from Device d join Budget b on b.id = d.budgetId where b.category = :mobile and""" + " " + scope.devices()).set("subject", scope.id())
                .set("mobile", Category.MOBILE_DEVICE).one().orElseThrow();
        int without = number(mobile.without());
        boolean asked = rule != null && "YES".equalsIgnoreCase(rule.value());
        book.put(FieldRule.R10, mobile.all() == 0 || rule != null && !asked ? NOT_APPLICABLE : rule == null ? OPEN : without > 0 ? BROKEN : HOLDS, number(mobile.all()), without, null);
    }

    /** R10 of the devices that the lines of a drawdown have bought, and the positions of parts of a plan so far, wherever they stand. */
    private void drawnNetwork(Book book, long drawdownId) {
        ProgrammeQueries.Rule rule = book.rule(FieldRule.R10, Category.MOBILE_DEVICE);
        List<Long> devices = new ArrayList<>(new TreeSet<>(Stream.concat(bought.behind("drawdownId", drawdownId).stream(), planned(drawdownId).stream()).toList()));
        int all = 0;
        int without = 0;
        for (int from = 0; from < devices.size(); from += AT_ONCE) {
            Mobile mobile = Ask.of(em, Mobile.class, """
                    select count(d) as all_, sum(case when""" + " " + Bought.UNCONNECTED + " " + """
                    then 1 else 0 end) as without from Device d join Budget b on b.id = d.budgetId where b.category = :mobile and d.id in :ids""").set("mobile", Category.MOBILE_DEVICE)
                    .set("ids", devices.subList(from, Math.min(devices.size(), from + AT_ONCE))).one().orElseThrow();
            all += number(mobile.all());
            without += number(mobile.without());
        }
        boolean asked = rule != null && "YES".equalsIgnoreCase(rule.value());
        book.put(FieldRule.R10, all == 0 || rule != null && !asked ? NOT_APPLICABLE : rule == null ? OPEN : without > 0 ? BROKEN : HOLDS, all, without, null);
    }

    private List<Long> planned(long drawdownId) {
        return Ask.of(em, Long.class, "select count(w) from Drawdown w where w.id = :id and w.planned = true").set("id", drawdownId).one().orElse(0L) == 0 ? List.of()
                : bought.planned(drawdownId);
    }

    /** R11 of the general-education schools for whose mobile devices a drawdown asks: all that was drawn of the programme for them. */
    private void drawnMobile(Book book, long drawdownId) {
        ProgrammeQueries.Rule rule = book.rule(FieldRule.R11, Category.MOBILE_DEVICE);
        List<DrawdownQueries.MobileDrawn> schools = drawdowns.mobileDrawn(book.facts.programmeId(), drawdownId);
        List<DrawdownQueries.MobileDrawn> over = rule == null ? List.of() : schools.stream().filter(s -> s.cents() > Long.parseLong(rule.value())).toList();
        book.put(FieldRule.R11, schools.isEmpty() ? NOT_APPLICABLE : rule == null ? OPEN : over.isEmpty() ? HOLDS : BROKEN, schools.size(), over.size(),
                over.isEmpty() ? null : over.get(0).school());
    }

    private void devices(Book book, RuleScope scope) {
        network(book, scope);
        Devices d = Ask.of(em, Devices.class, """
                select count(d) as all_, sum(case when d.bindingEndOn is null then 0 else 1 end) as bound,
                    sum(case when d.retiredOn is not null and d.bindingEndOn is not null and d.retiredOn < d.bindingEndOn and d.consent is null
                        and (d.disposal is null or d.disposal <> de.schulpakt.inventory.device.Devices$DeviceDisposal.NEVER_CAME
                            and (d.disposal <> de.schulpakt.inventory.device.Devices$DeviceDisposal.RETURNED or d.orderNo is null))
                        and not exists (select n.id from Device n where n.replacesId = d.id) then 1 else 0 end) as gaveUp,
                    sum(case when d.retiredOn is null and (d.serial is null or d.roomId is null) then 1 else 0 end) as incomplete,
                    sum(case when d.priceCents * 10000 > :asset * (10000 + coalesce((select l.vatBp from OrderLine l where l.id = d.orderLineId), 1900)) then 1 else 0 end) as assets,
                    sum(case when d.priceCents <> (select sum(p.amountCents) from DevicePayer p where p.deviceId = d.id) then 1 else 0 end) as wrongShares
                from Device d where\s""" + scope.devices()).set("subject", scope.id()).set("asset", FIXED_ASSET_CENTS).one().orElseThrow();
        int all = number(d.all());
        book.put(FieldRule.R16, number(d.bound()) == 0 ? NOT_APPLICABLE : number(d.gaveUp()) > 0 ? BROKEN : HOLDS, number(d.bound()), number(d.gaveUp()), null);
        book.put(FieldRule.R17, all == 0 ? NOT_APPLICABLE : number(d.incomplete()) > 0 ? BROKEN : HOLDS, all, number(d.incomplete()), null);
        book.put(new RuleFinding(FieldRule.R18, number(d.assets()) == 0 ? NOT_APPLICABLE : HOLDS, null, String.valueOf(FIXED_ASSET_CENTS), null, null, number(d.assets()), 0, null));
        book.put(FieldRule.R22, all == 0 ? NOT_APPLICABLE : number(d.wrongShares()) > 0 ? BROKEN : HOLDS, all, number(d.wrongShares()), null);
        Counted schools = Ask.of(em, Counted.class, """
                select count(s) as all_, sum(case when exists (select t.id from Stocktake t where t.schoolId = s.id and t.closedAt >= :since and t.roomId is null and t.budgetId is null
                    and t.samplePercent is null and t.minCents is null and t.boughtUntil is null) then 0 else 1 end) as late
                from School s where s.id in (select d.schoolId from Device d where d.retiredOn is null and""" + " " + scope.devices() + ")").set("subject", scope.id())
                .set("since", clock.now().minus(Duration.ofDays(366))).one().orElseThrow();
        book.put(FieldRule.R19, number(schools.all()) == 0 ? NOT_APPLICABLE : number(schools.late()) > 0 ? BROKEN : HOLDS, number(schools.all()), number(schools.late()), null);
        List<Loans> loans = Ask.of(em, Loans.class, """
                select l.borrowerKind as kind, count(l) as all_, sum(case when l.endedAt is null then 1 else 0 end) as running,
                    sum(case when l.endedAt is null and exists (select i.id from DeviceIdentifier i where i.deviceId = l.deviceId
                        and i.kind = de.schulpakt.inventory.number.IdentifierKind.TAG and i.endedAt is null) then 1 else 0 end) as marked,
                    sum(case when l.endedAt is null and l.signed = false then 1 else 0 end) as unsigned,
                    sum(case when l.endedAt is null and l.guardian is null then 1 else 0 end) as alone,
                    sum(case when l.endedAt < :old and l.erasedOn is null then 1 else 0 end) as old
                from Loan l join Device d on d.id = l.deviceId where\s""" + scope.devices() + " group by l.borrowerKind").set("subject", scope.id())
                .set("old", clock.now().minus(Duration.ofDays(731))).list();
        int running = sum(loans, Loans::running);
        List<Loans> pupils = loans.stream().filter(k -> PUPIL.equals(k.kind().name())).toList();
        int unsigned = sum(loans, Loans::unsigned);
        int alone = sum(pupils, Loans::alone);
        int old = sum(loans, Loans::old);
        int ended = sum(loans, Loans::all) - running;
        book.put(FieldRule.R23, running == 0 ? NOT_APPLICABLE : unsigned > 0 ? BROKEN : alone > 0 ? OPEN : HOLDS, running, unsigned > 0 ? unsigned : alone, null);
        int minors = sum(pupils, Loans::running);
        book.put(FieldRule.R24, minors == 0 ? NOT_APPLICABLE : OPEN, minors, minors, null);
        int marked = sum(loans, Loans::marked);
        book.put(FieldRule.R25, running == 0 ? NOT_APPLICABLE : marked < running ? OPEN : HOLDS, running, running - marked, null);
        book.put(FieldRule.R28, ended == 0 ? NOT_APPLICABLE : old > 0 ? BROKEN : HOLDS, ended, old, null);
    }

    private void orders(Book book, RuleScope scope) {
        List<Line> lines = Ask.of(em, Line.class, """
                select l.id as id, o.id as orderId, o.no as orderNo, o.orderedOn as orderedOn, o.awardId as awardId, o.awardReference as reference, l.priceCents as priceCents, l.quantity as quantity,
                    l.cancelled as cancelled, l.vatBp as vatBp, l.contractId as contractId, b.programmeId as programmeId, b.category as category
                from OrderLine l join PurchaseOrder o on o.id = l.orderId join Budget b on b.id = l.budgetId where\s""" + scope.orders() + " order by o.id, l.id")
                .set("subject", scope.id()).list(MOST);
        Map<Long, List<Line>> byOrder = new java.util.LinkedHashMap<>();
        lines.forEach(line -> byOrder.computeIfAbsent(line.orderId(), o -> new ArrayList<>()).add(line));
        Set<Long> awarded = calledOff.awarded(lines.stream().map(line -> new CalledOff.Line(line.id(), line.orderId(), line.contractId(), line.orderedOn())).toList());
        int above = 0;
        int unknown = 0;
        String example = null;
        Map<String, List<ProgrammeQueries.Limit>> limits = new java.util.HashMap<>();
        for (List<Line> order : byOrder.values()) {
            Line first = order.get(0);
            if (first.awardId() != null || first.reference() != null && !first.reference().isBlank()) {
                continue;
            }
            List<Line> unawarded = order.stream().filter(line -> !awarded.contains(line.id())).toList();
            // the estimate is of the whole order, own money included; limits are those of the programmes that pay
            List<Line> free = unawarded.stream().filter(line -> line.programmeId() != null).toList();
            Money net = unawarded.stream().map(Line::net).reduce(Money.ZERO, Money::plus);
            List<ProgrammeQueries.Limit> holds = free.stream().flatMap(line -> limits.computeIfAbsent(line.programmeId() + ":" + line.category(),
                    key -> programmes.directAwardLimits(line.programmeId(), line.category())).stream()).toList();
            if (!free.isEmpty() && holds.isEmpty()) {
                unknown++;
            } else if (holds.stream().anyMatch(limit -> net.compareTo(limit.amount()) > 0)) {
                above++;
                example = example == null ? first.orderNo() : example;
            }
        }
        int orders = byOrder.size();
        book.put(FieldRule.R20, orders == 0 ? NOT_APPLICABLE : above > 0 ? BROKEN : unknown > 0 ? OPEN : HOLDS, orders, above > 0 ? above : unknown, example);
        awards(book, scope);
    }

    private void awards(Book book, RuleScope scope) {
        List<Award> awards = Ask.of(em, Award.class, """
                select f.id as id, f.no as no, f.kind as kind, f.programmeId as programmeId, f.category as category, f.startedOn as startedOn,
                    (select count(x) from AwardBid x where x.awardId = f.id) as bids
                from AwardFile f where f.id in (select o.awardId from PurchaseOrder o where\s""" + scope.orders() + ") order by f.id").set("subject", scope.id()).list(MOST)
                .stream().filter(f -> SEVERAL.contains(f.kind().name())).toList();
        List<String> few = new ArrayList<>();
        int unknown = 0;
        Map<String, List<ProgrammeQueries.Rule>> read = new java.util.HashMap<>();
        for (Award award : awards) {
            List<ProgrammeQueries.Rule> rules = award.programmeId() == null ? List.of()
                    : read.computeIfAbsent(award.programmeId() + ":" + award.category() + ":" + award.startedOn(),
                            key -> programmes.rules(RuleKind.AWARD_COMPANIES, award.programmeId(), award.category(), award.startedOn()));
            if (rules.isEmpty()) {
                unknown++;
            } else if (rules.stream().anyMatch(rule -> award.bids() < Long.parseLong(rule.value()))) {
                few.add(award.no());
            }
        }
        book.put(FieldRule.R21, awards.isEmpty() ? NOT_APPLICABLE : !few.isEmpty() ? BROKEN : unknown > 0 ? OPEN : HOLDS, awards.size(), few.isEmpty() ? unknown : few.size(),
                few.isEmpty() ? null : few.get(0));
    }

    private void invoices(Book book, RuleScope scope) {
        Invoices v = Ask.of(em, Invoices.class, """
                select count(v) as all_, sum(case when coalesce(v.suppliedOn, v.invoicedOn) >= :since then 1 else 0 end) as owed,
                    sum(case when coalesce(v.suppliedOn, v.invoicedOn) >= :since and not exists (select p.id from Paper p where p.subjectType = 'Invoice' and p.subjectId = v.id
                        and p.removedAt is null and (p.id = v.readFrom or lower(p.name) like '%.xml')) then 1 else 0 end) as noFile,
                    sum(case when v.discountUntil is null then 0 else 1 end) as discounts,
                    sum(case when v.discountUntil is not null and v.paidOn <= v.discountUntil then 1 else 0 end) as inTime,
                    sum(case when v.discountUntil is not null and v.paidOn <= v.discountUntil and v.discountCents > 0 then 1 else 0 end) as taken,
                    sum(case when exists (select g.authorityId from BillingAddress g where g.authorityId = v.authorityId and g.leitwegId is not null) then 0 else 1 end) as unaddressed
                from Invoice v where v.state <> de.schulpakt.procurement.invoice.InvoiceState.CANCELLED and\s""" + scope.invoices()).set("subject", scope.id())
                .set("since", E_INVOICES).one().orElseThrow();
        int owed = number(v.owed());
        book.put(FieldRule.R31, owed == 0 ? NOT_APPLICABLE : number(v.noFile()) > 0 ? BROKEN : HOLDS, owed, number(v.noFile()), null);
        int inTime = number(v.inTime());
        book.put(FieldRule.R33, inTime == 0 ? NOT_APPLICABLE : number(v.taken()) < inTime ? OPEN : HOLDS, inTime, inTime - number(v.taken()), null);
        int all = number(v.all());
        book.put(FieldRule.R34, all == 0 ? NOT_APPLICABLE : number(v.unaddressed()) > 0 ? OPEN : HOLDS, all, number(v.unaddressed()), null);
        rates(book, scope);
    }

    private void rates(Book book, RuleScope scope) {
        List<Rate> lines = Ask.of(em, Rate.class, """
                select distinct v.no as no, coalesce(n.suppliedOn, v.suppliedOn) as suppliedOn, n.vatBp as vatBp from InvoiceLine n join Invoice v on v.id = n.invoiceId
                where v.state <> de.schulpakt.procurement.invoice.InvoiceState.CANCELLED and\s""" + scope.invoices()).set("subject", scope.id()).list(MOST);
        List<Rates> rates = Ask.of(em, Rates.class, "select r.validFrom as validFrom, r.standardBp as standardBp, r.reducedBp as reducedBp from VatRate r order by r.validFrom desc").list();
        List<Rate> known = lines.stream().filter(line -> line.suppliedOn() != null).toList();
        List<Rate> wrong = known.stream().filter(line -> rates.stream().filter(r -> !r.validFrom().isAfter(line.suppliedOn())).findFirst()
                .filter(r -> line.vatBp() != 0 && !line.vatBp().equals(r.standardBp()) && !line.vatBp().equals(r.reducedBp())).isPresent()).toList();
        book.put(FieldRule.R32, lines.isEmpty() ? NOT_APPLICABLE : !wrong.isEmpty() ? BROKEN : known.size() < lines.size() ? OPEN : HOLDS, lines.size(),
                wrong.isEmpty() ? lines.size() - known.size() : wrong.size(), wrong.isEmpty() ? null : wrong.get(0).no());
    }

    /** An order goes out with the Leitweg-ID of its authority. */
    private void address(Book book, int orders) {
        long there = Ask.of(em, Long.class, "select count(g.authorityId) from BillingAddress g where g.authorityId = :id and g.leitwegId is not null").set("id", book.facts.authorityId())
                .one().orElse(0L);
        book.put(FieldRule.R34, there == 0 ? OPEN : HOLDS, orders, there == 0 ? orders : 0, null);
    }

    private void draws(Book book, RuleScope scope) {
        Draws w = Ask.of(em, Draws.class, """
                select count(w) as all_, sum(case when w.receivedOn is null then 0 else 1 end) as received,
                    sum(case when w.receivedOn is not null and w.spendByOn is null then 1 else 0 end) as undated,
                    sum(case when w.receivedOn is not null and w.spendByOn < :today then 1 else 0 end) as late
                from Drawdown w where w.state <> de.schulpakt.funding.settlement.DrawdownState.CANCELLED and\s""" + scope.draws()).set("subject", scope.id())
                .set("today", clock.today()).one().orElseThrow();
        int all = number(w.all());
        if (all == 0) {
            book.put(FieldRule.R14, NOT_APPLICABLE, 0, 0, null);
        } else {
            List<DrawdownQueries.Due> due = drawdowns.due(book.facts.id()).stream().filter(d -> scope.stage() == RuleStage.APPLICATION || d.id().equals(scope.id())).toList();
            int beyond = (int) due.stream().filter(d -> !d.within()).count();
            book.rule(FieldRule.R14, null, due.isEmpty() ? clock.today() : due.get(due.size() - 1).day());
            book.put(FieldRule.R14, due.isEmpty() ? NOT_APPLICABLE : beyond > 0 ? BROKEN : due.stream().allMatch(DrawdownQueries.Due::named) ? HOLDS : OPEN, due.size(), beyond, null);
        }
        int received = number(w.received());
        boolean spent = received == 0 || number(w.late()) == 0 || drawdowns.allSpent(book.facts.id());
        book.put(FieldRule.R15, received == 0 ? NOT_APPLICABLE : !spent ? BROKEN : number(w.undated()) > 0 ? OPEN : HOLDS, received, spent ? number(w.undated()) : number(w.late()), null);
    }

    private static int sum(List<Loans> loans, Function<Loans, Long> of) {
        return loans.stream().map(of).mapToInt(RuleFinder::number).sum();
    }

    private static int number(Long count) {
        return count == null ? 0 : count.intValue();
    }

    /** The findings of one question, and the rules of the programme that were read for it. */
    private final class Book {
        private final Ruled facts;
        private final Map<FieldRule, RuleFinding> found = new EnumMap<>(FieldRule.class);
        private final Map<String, ProgrammeQueries.Rule> read = new java.util.HashMap<>();

        Book(Ruled facts) {
            this.facts = facts;
        }

        /** The value that the programme has today, null for none. */
        ProgrammeQueries.Rule rule(FieldRule rule, Category category) {
            return rule(rule, category, clock.today());
        }

        /** The value that the programme had on a day, null for none; read once. */
        ProgrammeQueries.Rule rule(FieldRule rule, Category category, LocalDate day) {
            String key = rule.kind() + ":" + category + ":" + day;
            if (!read.containsKey(key)) {
                read.put(key, programmes.rule(rule.kind(), facts.programmeId(), category, day));
            }
            return read.get(key);
        }

        void put(RuleFinding finding) {
            found.put(finding.rule(), finding);
        }

        void put(FieldRule rule, RuleAnswer answer, int of, int broken, String example) {
            ProgrammeQueries.Rule value = rule.kind() == null ? null
                    : read.entrySet().stream().filter(e -> e.getKey().startsWith(rule.kind() + ":")).map(Map.Entry::getValue).filter(Objects::nonNull).findFirst()
                            .orElseGet(() -> rule(rule, null));
            put(new RuleFinding(rule, answer, rule.kind(), value == null ? null : value.value(), value == null ? null : value.source(), value == null ? null : value.verified(), of,
                    broken, example));
        }

        List<RuleFinding> all(Predicate<FieldRule> shown) {
            return found.values().stream().filter(f -> shown.test(f.rule())).toList();
        }
    }
}
