package de.schulpakt.funding.proof;

import de.schulpakt.funding.duty.PublicityQueries;
import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.programme.Payout;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.funding.proof.ProofContent.Device;
import de.schulpakt.funding.proof.ProofContent.Gap;
import de.schulpakt.funding.proof.ProofContent.Receipt;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Fold;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a proof of use still lacks, each gap computed from rows; gaps of devices by school, so that each school can be told its own. */
@ApplicationScoped
class ProofGaps {
    private static final int AT_ONCE = 500;
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);
    private static final List<String> GONE = List.of("DeviceState.LOST", "DeviceState.RETIRED");

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    ProgrammeQueries programmes;
    @Inject
    PublicityQueries publicity;

    /** Rows of the application that are open, and the first of them. */
    record Open(Long number, String example) {
    }

    /** A school whose media concept has not come. */
    record Concept(Long schoolId, String school) {
    }

    /** What a paper of the application is called. */
    record Named(String name, String note, String de, String en) {
        String all() {
            return Fold.key(Stream.of(name, note, de, en).filter(Objects::nonNull).collect(Collectors.joining(" ")));
        }
    }

    List<Gap> of(ProofContent content, long programmeId) {
        long id = content.head().applicationId();
        List<Gap> gaps = new ArrayList<>();
        devices(gaps, ProofGap.NO_SERIAL, content);
        devices(gaps, ProofGap.NO_PLACE, content);
        devices(gaps, ProofGap.NO_ACCEPTANCE, content);
        devices(gaps, ProofGap.LOST, content);
        missed(gaps, content);
        devices(gaps, ProofGap.NO_BINDING, content);
        receipts(gaps, ProofGap.NO_INVOICE, content, r -> r.invoiceId() == null && r.note() == null, Receipt::school);
        open(gaps, ProofGap.INVOICE_WAITS, """
                select count(distinct v.id) as number_, min(v.no) as example from invoice v join invoice_line l on l.invoice_id = v.id
                    join order_payer p on p.order_line_id = l.order_line_id join budget b on b.id = p.budget_id
                where b.application_id = ?1 and v.state in ('CAPTURED', 'CHECKED') and v.invoiced_on <= ?2""", id,
                content.head().invoicesTo() == null ? EVER : content.head().invoicesTo());
        receipts(gaps, ProofGap.NOT_PAID, content, r -> r.invoiceId() != null && r.paidOn() == null, Receipt::invoiceNo);
        receipts(gaps, ProofGap.NO_FILE, content, r -> r.invoiceId() != null && r.file() == null, Receipt::invoiceNo);
        open(gaps, ProofGap.MONEY_OPEN, """
                select count(b.id) as number_, min(s.name) as example from budget b join school s on s.id = b.school_id
                where b.application_id = ?1 and b.reserved_cents + b.committed_cents > 0""", id);
        money(gaps, content, programmeId);
        gaps(gaps, ProofGap.TOLERANCE, content.positions().stream().filter(p -> p.answer() != ProofContent.Answer.HOLDS).map(p -> p.no() + " " + p.school()).toList());
        Ask.of(em, Concept.class, """
                select s.id as schoolId, s.name as school from Annex x join School s on s.id = x.schoolId
                where x.applicationId = :id and x.conceptReceivedOn is null order by s.name, s.id""").set("id", id).list()
                .forEach(c -> gaps.add(new Gap(ProofGap.NO_CONCEPT, c.schoolId(), c.school(), 1, null)));
        documents(gaps, id, programmeId);
        String line = publicity.lacking(id, programmeId);
        if (line != null) {
            gaps.add(new Gap(ProofGap.NO_PUBLICITY, null, null, 1, line));
        }
        days(gaps, content, programmeId);
        return gaps;
    }

    /** What closed stock-takings have said of a device, be it that it is not there, or where it is though it was not seen. */
    record Counted(Long deviceId, Instant foundAt, Boolean lent, Boolean accounted, Long stocktakeId, String no, Long schoolId, String school) {
        boolean missing() {
            return foundAt == null && !lent && !accounted;
        }
    }

    /**
     * Devices that were not found by the newest closed stock-taking that looked for them or met them, by stock-taking: there it stands who looked for them,
     * wherever the device belongs now. What a borrower had, and what was explained by where it is, is not missed.
     */
    private void missed(List<Gap> gaps, ProofContent content) {
        List<Device> there = content.devices().stream().filter(d -> !GONE.contains(d.state())).toList();
        Map<Long, Counted> last = new HashMap<>();
        for (int from = 0; from < there.size(); from += AT_ONCE) {
            Ask.of(em, Counted.class, """
                    select i.deviceId as deviceId, i.foundAt as foundAt, i.lent as lent, i.accounted as accounted, t.id as stocktakeId, t.no as no, s.id as schoolId,
                        s.name as school from StocktakeItem i join Stocktake t on t.id = i.stocktakeId join School s on s.id = t.schoolId
                    where i.deviceId in :ids and t.state = de.schulpakt.inventory.stocktake.StocktakeState.CLOSED order by t.closedAt, i.id""")
                    .set("ids", there.subList(from, Math.min(from + AT_ONCE, there.size())).stream().map(Device::id).toList()).list().forEach(c -> last.put(c.deviceId(), c));
        }
        Map<Long, List<Device>> byStocktake = there.stream().filter(d -> last.containsKey(d.id()) && last.get(d.id()).missing())
                .collect(Collectors.groupingBy(d -> last.get(d.id()).stocktakeId(), LinkedHashMap::new, Collectors.toList()));
        byStocktake.forEach((id, devices) -> {
            Counted by = last.get(devices.get(0).id());
            gaps.add(new Gap(ProofGap.NOT_COUNTED, by.schoolId(), by.school(), devices.size(), devices.get(0).inventoryNo(), id, by.no()));
        });
    }

    private void money(List<Gap> gaps, ProofContent content, long programmeId) {
        Payout payout = programmes.payout(programmeId, clock.today());
        if (payout == null || payout.steps().isEmpty()) {
            Set<Long> open = Set.copyOf(Ask.of(em, Long.class, """
                    select p.id from Posting p join Budget b on b.id = p.budgetId
                    where b.applicationId = :id and p.kind in :kinds and not exists (select l.id from DrawdownLine l where l.postingId = p.id and l.live = 1)""")
                    .set("id", content.head().applicationId()).set("kinds", List.of(PostingKind.SPEND, PostingKind.CORRECT)).list());
            gaps(gaps, ProofGap.NOT_DRAWN, content.receipts().stream().filter(r -> open.contains(r.postingId()))
                    .map(r -> r.invoiceNo() == null ? r.school() : r.invoiceNo()).toList());
        }
        if (content.financing().balanceCents() < 0) {
            gaps.add(new Gap(ProofGap.OVERDRAWN, null, null, 1, null));
        }
    }

    /** A document is there if a paper of the application, of an annex or of the decision is called by it: its name, its note or its kind holds the words. */
    private void documents(List<Gap> gaps, long applicationId, long programmeId) {
        List<String> asked = programmes.rules(RuleKind.DOCUMENTS, programmeId, null, clock.today()).stream()
                .flatMap(r -> Arrays.stream(r.value().split("[,;\n]"))).map(String::strip).filter(d -> !d.isEmpty()).distinct().toList();
        if (asked.isEmpty()) {
            return;
        }
        List<String> there = Ask.of(em, Named.class, """
                select p.name as name, p.note as note, k.nameDe as de, k.nameEn as en from Paper p join PaperKind k on k.id = p.kindId
                where p.removedAt is null and (p.subjectType in ('Application', 'Decision') and p.subjectId = :id
                    or p.subjectType = 'Annex' and p.subjectId in (select x.id from Annex x where x.applicationId = :id))""").set("id", applicationId).list().stream()
                .map(Named::all).toList();
        asked.stream().filter(d -> there.stream().noneMatch(n -> n.contains(Fold.key(d)))).forEach(d -> gaps.add(new Gap(ProofGap.NO_DOCUMENT, null, null, 1, d)));
    }

    private void days(List<Gap> gaps, ProofContent content, long programmeId) {
        LocalDate end = content.head().periodTo();
        if (end == null) {
            return;
        }
        receipts(gaps, ProofGap.AFTER_PERIOD, content, r -> r.receivedOn() != null && r.receivedOn().isAfter(end), Receipt::invoiceNo);
        if (content.head().kind() == ProofKind.FINAL && !end.isBefore(clock.today())) {
            gaps.add(new Gap(ProofGap.PERIOD_RUNS, null, null, 1, null));
        }
        ProgrammeQueries.Rule months = programmes.rule(RuleKind.PROOF_MONTHS, programmeId, null, clock.today());
        if (months != null && end.plusMonths(Long.parseLong(months.value())).isBefore(clock.today())) {
            gaps.add(new Gap(ProofGap.PROOF_LATE, null, null, 1, null));
        }
    }

    private static void devices(List<Gap> gaps, ProofGap kind, ProofContent content) {
        Map<Long, List<Device>> bySchool = content.devices().stream().filter(kind::lacks)
                .collect(Collectors.groupingBy(Device::schoolId, LinkedHashMap::new, Collectors.toList()));
        bySchool.forEach((school, devices) -> gaps.add(new Gap(kind, school, devices.get(0).school(), devices.size(), devices.get(0).inventoryNo())));
    }

    private static void receipts(List<Gap> gaps, ProofGap kind, ProofContent content, Predicate<Receipt> open, Function<Receipt, String> example) {
        gaps(gaps, kind, content.receipts().stream().filter(open).map(example).distinct().toList());
    }

    private static void gaps(List<Gap> gaps, ProofGap kind, List<String> open) {
        if (!open.isEmpty()) {
            gaps.add(new Gap(kind, null, null, open.size(), open.get(0)));
        }
    }

    private void open(List<Gap> gaps, ProofGap kind, String sql, Object... values) {
        Ask<Open> ask = Ask.sql(em, Open.class, sql);
        for (int i = 0; i < values.length; i++) {
            ask.set(i + 1, values[i]);
        }
        Open found = ask.one().orElseThrow();
        if (found.number() > 0) {
            gaps.add(new Gap(kind, null, null, found.number().intValue(), found.example()));
        }
    }
}
