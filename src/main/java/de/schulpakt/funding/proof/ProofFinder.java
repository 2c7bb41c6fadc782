package de.schulpakt.funding.proof;

import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.ledger.SpendingSource;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.OwnShare;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.proof.ProofContent.Answer;
import de.schulpakt.funding.proof.ProofContent.Device;
import de.schulpakt.funding.proof.ProofContent.Fact;
import de.schulpakt.funding.proof.ProofContent.FactKind;
import de.schulpakt.funding.proof.ProofContent.Financing;
import de.schulpakt.funding.proof.ProofContent.Head;
import de.schulpakt.funding.proof.ProofContent.Moved;
import de.schulpakt.funding.proof.ProofContent.Position;
import de.schulpakt.funding.proof.ProofContent.Receipt;
import de.schulpakt.funding.settlement.Bought;
import de.schulpakt.funding.settlement.Reclaims;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes from the rows what a proof of use says: figures, receipts, devices, what was moved, the facts of the report. */
@ApplicationScoped
class ProofFinder {
    private static final int FULL_BP = 10_000;
    private static final String TO = ":to";

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    Bought bought;
    @Inject
    Reclaims reclaims;
    @Inject
    ProofGaps gaps;

    /** What stands in the application. */
    record Facts(Long id, String no, String title, Long programmeId, String programme, Long authorityId, String authority, ApplicationState state,
            String decisionReference, LocalDate decidedOn, LocalDate periodFrom, LocalDate periodTo, Integer ownShareBp, boolean halfUp, Long restCents) {
        OwnShare share() {
            return new OwnShare(ownShareBp, halfUp);
        }

        boolean decided() {
            return state == ApplicationState.APPROVED || state == ApplicationState.PARTLY_APPROVED;
        }
    }

    /** A position with its budget; no budget where nothing was approved. */
    record Planned(Long budgetId, Integer no, Long schoolId, String school, Category category, String description, Long approvedCents) {
    }

    /** A posting of the application. */
    record Posted(Long id, Long budgetId, PostingKind kind, Long amountCents, String source, Instant at, String note) {
    }

    /** What was asked for. */
    record Asked(Long cents) {
    }

    /** @throws NotFound if there is no such application */
    Facts facts(long applicationId) {
        return Ask.of(em, Facts.class, """
                select a.id as id, a.no as no, a.title as title, g.id as programmeId, g.name as programme, t.id as authorityId, t.name as authority,
                    a.state as state, a.decisionReference as decisionReference, a.decidedOn as decidedOn, a.periodFrom as periodFrom,
                    a.periodTo as periodTo, a.ownShareBp as ownShareBp, a.ownShareHalfUp as halfUp, a.restCents as restCents
                from Application a join Programme g on g.id = a.programmeId join Authority t on t.id = a.authorityId where a.id = :id""")
                .set("id", applicationId).one().orElseThrow(() -> new NotFound("Application", applicationId));
    }

    /** What a proof says by the rows of now, of expenditure until the end of a day. */
    ProofContent content(Facts facts, ProofKind kind, LocalDate toOn, int edition, String report) {
        long applicationId = facts.id();
        List<Planned> plan = Ask.of(em, Planned.class, """
                select b.id as budgetId, p.no as no, s.id as schoolId, s.name as school, p.category as category, p.description as description,
                    p.approvedCents as approvedCents
                from FundingPosition p join Annex x on x.id = p.annexId join School s on s.id = x.schoolId left join Budget b on b.positionId = p.id
                where x.applicationId = :id and p.approvedCents is not null order by p.no""").set("id", applicationId).list();
        List<Posted> posted = Ask.of(em, Posted.class, """
                select p.id as id, b.id as budgetId, p.kind as kind, p.amountCents as amountCents, p.source as source, p.at as at_, p.note as note
                from Posting p join Budget b on b.id = p.budgetId
                where b.applicationId = :id and p.kind in :kinds and p.at < :end order by p.id""").set("id", applicationId)
                .set("kinds", List.of(PostingKind.SPEND, PostingKind.CORRECT, PostingKind.TRANSFER))
                .set("end", toOn.plusDays(1).atStartOfDay(Clock.ZONE).toInstant()).list();
        Map<Long, Planned> byBudget = plan.stream().filter(p -> p.budgetId() != null).collect(Collectors.toMap(Planned::budgetId, p -> p));
        Map<Long, Long> fromRest = fromRest(posted, byBudget);
        List<Position> positions = positions(facts, plan, posted, fromRest);
        List<Receipt> receipts = new ArrayList<>();
        List<Device> devices = new ArrayList<>();
        bought(posted, byBudget, tied(applicationId, toOn), receipts, devices);
        List<Moved> moved = posted.stream().filter(p -> p.kind() == PostingKind.TRANSFER && byBudget.containsKey(p.budgetId())).map(p -> new Moved(Clock.day(p.at()),
                byBudget.get(p.budgetId()).no(), byBudget.get(p.budgetId()).school(), p.amountCents(), p.note())).toList();
        Head head = new Head(applicationId, facts.no(), facts.title(), facts.programme(), facts.authorityId(), facts.authority(),
                facts.decisionReference(), facts.decidedOn(), facts.periodFrom(), facts.periodTo(), facts.ownShareBp(), kind, toOn, edition);
        ProofContent content = new ProofContent(head, positions, financing(applicationId, facts, positions, fromRest, receipts), receipts, devices, moved,
                report(receipts, devices), List.of(), report);
        return new ProofContent(head, positions, content.financing(), receipts, devices, moved, content.facts(),
                gaps.of(content, facts.programmeId()), report);
    }

    /** What positions got out of the rest of the decision, less what they gave back to it: it was granted and is no deviation. */
    private static Map<Long, Long> fromRest(List<Posted> posted, Map<Long, Planned> plan) {
        Set<String> pairs = posted.stream().filter(p -> p.kind() == PostingKind.TRANSFER && !plan.containsKey(p.budgetId())).map(ProofFinder::pair)
                .collect(Collectors.toSet());
        return posted.stream().filter(p -> p.kind() == PostingKind.TRANSFER && plan.containsKey(p.budgetId()) && pairs.contains(pair(p)))
                .collect(Collectors.groupingBy(Posted::budgetId, Collectors.summingLong(Posted::amountCents)));
    }

    /** What both postings of a transfer have in common. */
    private static String pair(Posted posted) {
        return posted.source().endsWith(TO) ? posted.source().substring(0, posted.source().length() - TO.length()) : posted.source();
    }

    private List<Position> positions(Facts facts, List<Planned> plan, List<Posted> posted, Map<Long, Long> fromRest) {
        Map<Category, List<ProgrammeQueries.Rule>> rules = new HashMap<>();
        return plan.stream().map(p -> {
            long spent = sum(posted, p.budgetId(), Set.of(PostingKind.SPEND, PostingKind.CORRECT));
            long rest = p.budgetId() == null ? 0 : fromRest.getOrDefault(p.budgetId(), 0L);
            long approved = p.approvedCents() + rest;
            List<ProgrammeQueries.Rule> tolerance = rules.computeIfAbsent(p.category(),
                    c -> programmes.rules(RuleKind.TOLERANCE_BP, facts.programmeId(), c, clock.today()));
            return new Position(p.budgetId(), p.no(), p.schoolId(), p.school(), p.category(), p.description(), approved,
                    sum(posted, p.budgetId(), Set.of(PostingKind.TRANSFER)) - rest, spent, spent - approved,
                    tolerance.isEmpty() ? null : Integer.valueOf(tolerance.get(0).value()), answer(approved, spent, tolerance));
        }).toList();
    }

    private static Answer answer(long approved, long spent, List<ProgrammeQueries.Rule> tolerance) {
        if (spent <= approved) {
            return Answer.HOLDS;
        }
        if (tolerance.isEmpty()) {
            return Answer.OPEN;
        }
        List<ProgrammeQueries.Rule> broken = tolerance.stream().filter(r -> spent > BigInteger.valueOf(approved)
                .multiply(BigInteger.valueOf(FULL_BP + Long.parseLong(r.value()))).divide(BigInteger.valueOf(FULL_BP)).longValueExact()).toList();
        return broken.isEmpty() ? Answer.HOLDS : broken.stream().anyMatch(ProgrammeQueries.Rule::verified) ? Answer.BROKEN : Answer.UNVERIFIED;
    }

    private static long sum(List<Posted> posted, Long budget, Set<PostingKind> kinds) {
        return posted.stream().filter(p -> p.budgetId().equals(budget) && kinds.contains(p.kind())).mapToLong(Posted::amountCents).sum();
    }

    private Financing financing(long applicationId, Facts facts, List<Position> positions, Map<Long, Long> fromRest, List<Receipt> receipts) {
        Money spent = Money.of(positions.stream().mapToLong(Position::spentCents).sum());
        long rest = (facts.restCents() == null ? 0 : facts.restCents()) - fromRest.values().stream().mapToLong(Long::longValue).sum();
        Money approved = Money.of(positions.stream().mapToLong(Position::approvedCents).sum() + rest);
        Money award = facts.share().grant(approved);
        Money grant = facts.share().grant(spent);
        grant = grant.compareTo(award) > 0 ? award : grant;
        Money held = reclaims.held(applicationId);
        Asked asked = Ask.of(em, Asked.class, """
                select coalesce(sum(l.grantCents), 0) as cents from DrawdownLine l join Drawdown d on d.id = l.drawdownId
                where d.applicationId = :id and l.live = 1""").set("id", applicationId).one().orElseThrow();
        long others = receipts.stream().map(Receipt::othersCents).filter(Objects::nonNull).mapToLong(Long::longValue).sum();
        return new Financing(spent.cents(), approved.cents(), grant.cents(), spent.minus(grant).cents(), others, award.cents(), asked.cents(),
                held.cents(), grant.minus(held).cents(), rest);
    }

    /** A device that was not ordered here and that a position has paid all the same. */
    record Tied(Long id, Integer positionNo, LocalDate inServiceOn) {
    }

    /** They have no receipt here. One that went back to its supplier, or had never come, is not what the award has paid. */
    private Map<Long, Tied> tied(long applicationId, LocalDate toOn) {
        return Ask.of(em, Tied.class, """
                select d.id as id, q.no as positionNo, d.inServiceOn as inServiceOn from Device d join Budget b on b.id = d.budgetId
                    join FundingPosition q on q.id = b.positionId
                where b.applicationId = :id and d.awardHow is not null and d.deliveredOn <= :to
                and (d.disposal is null or d.disposal not in (de.schulpakt.inventory.device.Devices$DeviceDisposal.RETURNED,
                    de.schulpakt.inventory.device.Devices$DeviceDisposal.NEVER_CAME))""").set("id", applicationId).set("to", toOn).list().stream()
                .collect(Collectors.toMap(Tied::id, t -> t));
    }

    private void bought(List<Posted> posted, Map<Long, Planned> plan, Map<Long, Tied> tied, List<Receipt> receipts, List<Device> devices) {
        List<Posted> spent = posted.stream().filter(p -> p.kind() != PostingKind.TRANSFER).toList();
        Map<String, SpendingSource.Spending> found = bought.spendings(spent.stream().map(Posted::source).toList());
        Map<String, Long> paidHere = new HashMap<>();
        spent.stream().filter(p -> p.source() != null).forEach(p -> paidHere.merge(Bought.cause(p.source()), p.amountCents(), Long::sum));
        spent = spent.stream().sorted(Comparator.comparing((Posted p) -> invoicedOn(found.get(p.source())), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Posted::id)).toList();
        Set<String> told = new HashSet<>();
        Map<Long, Receipt> byDevice = new HashMap<>();
        for (Posted p : spent) {
            SpendingSource.Spending s = found.get(p.source());
            SpendingSource.Bill bill = s == null ? null : s.bill();
            boolean first = bill != null && told.add(Bought.cause(p.source()));
            // what is taken back stands under the part that it takes back, be that of an invoice or of a credit note
            long sign = bill != null && Long.signum(p.amountCents()) * Long.signum(bill.grossCents()) < 0 ? -1 : 1;
            Planned position = plan.get(p.budgetId());
            Receipt receipt = new Receipt(receipts.size() + 1, p.id(), p.budgetId(), position.no(), position.category(), position.school(),
                    bill == null ? null : bill.invoiceId(), s == null ? null : s.invoiceNo(), s == null ? null : s.invoicedOn(),
                    s == null ? null : s.payee(), s == null ? null : s.item(), s == null ? null : s.quantity(), s == null ? null : s.orderId(),
                    s == null ? null : s.orderNo(), first ? Long.valueOf(sign * bill.netCents()) : null, first ? Long.valueOf(sign * bill.vatCents()) : null,
                    first ? Long.valueOf(sign * bill.grossCents()) : null, first ? Long.valueOf(sign * bill.discountCents()) : null,
                    first ? Long.valueOf(sign * bill.grossCents() - paidHere.get(Bought.cause(p.source()))) : null, p.amountCents(),
                    s == null ? null : s.receivedOn(), bill == null ? null : bill.paidOn(), bill == null ? null : bill.file(), p.note());
            receipts.add(receipt);
            if (s != null) {
                s.deviceIds().forEach(d -> byDevice.putIfAbsent(d, receipt));
            }
        }
        Set<Long> all = new HashSet<>(byDevice.keySet());
        all.addAll(tied.keySet());
        this.bought.devices(all).values().forEach(d -> {
            Receipt receipt = byDevice.get(d.id());
            Tied old = receipt == null ? tied.get(d.id()) : null;
            // what was in service before it came into the inventory was accepted by nobody here
            Instant accepted = d.acceptedAt() == null && old != null && old.inServiceOn() != null ? old.inServiceOn().atStartOfDay(Clock.ZONE).toInstant() : d.acceptedAt();
            devices.add(new Device(d.id(), receipt == null ? null : receipt.no(), receipt == null ? old.positionNo() : receipt.positionNo(), d.serial(), d.inventoryNo(),
                    d.model(), d.schoolId(), d.school(), d.room(), Texts.key(d.state()), accepted, d.acceptedBy(), d.bindingEndOn(), d.moves()));
        });
    }

    private static LocalDate invoicedOn(SpendingSource.Spending spending) {
        return spending == null ? null : spending.invoicedOn();
    }

    private static List<Fact> report(List<Receipt> receipts, List<Device> devices) {
        List<Fact> facts = new ArrayList<>();
        number(facts, FactKind.SCHOOLS, count(receipts.stream().map(Receipt::school)), null);
        number(facts, FactKind.ORDERS, count(receipts.stream().map(Receipt::orderId)), count(receipts.stream().map(Receipt::payee)));
        number(facts, FactKind.INVOICES, count(receipts.stream().map(Receipt::invoiceId)),
                count(receipts.stream().filter(r -> r.paidOn() != null).map(Receipt::invoiceId)));
        days(facts, FactKind.RECEIVED, receipts.stream().map(Receipt::receivedOn));
        number(facts, FactKind.DEVICES, devices.size(), (int) devices.stream().filter(d -> d.acceptedAt() != null).count());
        number(facts, FactKind.ROOMS, count(devices.stream().filter(d -> d.room() != null).map(d -> d.school() + "\n" + d.room())), null);
        days(facts, FactKind.ACCEPTED, devices.stream().map(d -> Clock.day(d.acceptedAt())));
        days(facts, FactKind.BOUND, devices.stream().map(Device::bindingEndOn));
        return facts;
    }

    private static int count(Stream<?> values) {
        return (int) values.filter(Objects::nonNull).distinct().count();
    }

    private static void number(List<Fact> facts, FactKind kind, int number, Integer second) {
        if (number > 0) {
            facts.add(new Fact(kind, number, second, null, null));
        }
    }

    private static void days(List<Fact> facts, FactKind kind, Stream<LocalDate> days) {
        List<LocalDate> known = days.filter(Objects::nonNull).sorted().toList();
        if (!known.isEmpty()) {
            facts.add(new Fact(kind, null, null, known.get(0), known.get(known.size() - 1)));
        }
    }
}
