package de.schulpakt.procurement.payment;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;

import de.schulpakt.exchange.ImportField;
import de.schulpakt.exchange.ImportKind;
import de.schulpakt.exchange.ImportPlan;
import de.schulpakt.exchange.ImportSettings;
import de.schulpakt.exchange.Outcome;
import de.schulpakt.exchange.table.CsvFile;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.procurement.invoice.Invoices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** The days of payment that come back from the treasury, as something to import. */
@ApplicationScoped
public class PaymentImportKind implements ImportKind {
    /** Its name. */
    public static final String NAME = "payments";
    /** Items that are compared: those of the last lists. */
    private static final int MOST = 20_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Invoices invoices;

    private record Stamp(Long items, Long open, Long versions, Long released) {
    }

    private record Row(String listNo, Integer transferNo, PaymentItemState state, Long invoiceId, String invoiceNo, String holder, String iban,
            Long amountCents, Long discountCents, LocalDate paidOn, Integer version, Instant releasedAt) {
        PaymentRows.Part part() {
            return new PaymentRows.Part(state, invoiceId, invoiceNo, amountCents, discountCents, paidOn, version);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String page() {
        return "/procurement/payment-imports";
    }

    /** A statement of the bank, too; it becomes a table of what was paid. */
    @Override
    public byte[] table(byte[] sent) {
        return Camt.looks(sent) ? Camt.table(sent) : sent;
    }

    @Override
    public Permission permission() {
        return DELIVERY_RECEIVE;
    }

    @Override
    public List<? extends ImportField> fields() {
        return List.of(PaymentField.values());
    }

    @Override
    public Map<String, String> usual() {
        return Map.of();
    }

    @Override
    public void check(ImportSettings settings) {
        guard.scope(DELIVERY_RECEIVE);
    }

    @Override
    public List<Option> options(Locale locale) {
        return List.of();
    }

    @Override
    public ImportPlan plan(CsvFile file, ImportSettings settings) {
        Scope scope = guard.scope(DELIVERY_RECEIVE);
        List<Row> rows = Ask.of(em, Row.class, """
                select p.no as listNo, coalesce(i.transferNo, i.lineNo) as transferNo, i.state as state_, v.id as invoiceId, v.no as invoiceNo, i.holder as holder, i.iban as iban,
                    i.amountCents as amountCents, i.discountCents as discountCents, i.paidOn as paidOn, v.version as version_, p.releasedAt as releasedAt
                from PaymentItem i join Payment p on p.id = i.listId join Invoice v on v.id = i.invoiceId
                where p.releasedAt is not null and i.state in :states and (:everywhere = true or p.authorityId in :authorities) order by i.id desc""")
                .set("states", EnumSet.of(PaymentItemState.OPEN, PaymentItemState.PAID, PaymentItemState.RETURNED)).set("everywhere", scope.everywhere())
                .set("authorities", scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities()).list(MOST);
        List<PaymentRows.Listed> listed = rows.stream().collect(Collectors.groupingBy(r -> List.of(r.listNo(), r.transferNo()), LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(some -> new PaymentRows.Listed(some.get(0).listNo(), some.get(0).transferNo(), some.get(0).holder(), some.get(0).iban(),
                        some.get(0).releasedAt().atZone(Clock.ZONE).toLocalDate(), some.stream().map(Row::part).toList())).toList();
        return new PaymentRows(file, settings, clock.today(), listed).plan();
    }

    @Override
    public Object stamp() {
        // what is in the future today is not tomorrow, and a release brings items
        return List.of(clock.today(), Ask.of(em, Stamp.class, """
                select count(i) as items, count(i.openInvoiceId) as open_, coalesce(sum(v.version), 0) as versions, count(p.releasedAt) as released
                from PaymentItem i join Invoice v on v.id = i.invoiceId join Payment p on p.id = i.listId""").one().orElseThrow());
    }

    @Override
    public void store(ImportPlan plan, IntConsumer progress) {
        SortedMap<Long, Invoices.Pay> paid = new TreeMap<>();
        List<PaymentRows.Back> returned = new ArrayList<>();
        plan.rows().stream().filter(row -> row.outcome() == Outcome.CHANGED).map(row -> (PaymentRows.Booking) row.what()).forEach(b -> {
            b.paid().forEach(p -> paid.put(p.invoiceId(), new Invoices.Pay(p.version(), p.day(), p.discountCents())));
            returned.addAll(b.back());
        });
        SortedMap<Long, Invoices.Bounce> back = new TreeMap<>();
        returned.forEach(b -> back.put(b.invoiceId(), new Invoices.Bounce(b.version() == null ? paid.get(b.invoiceId()).version() : b.version(), b.day(), b.reason(), null)));
        // all at once: their locks follow an order
        invoices.settleAll(paid, back);
        progress.accept(paid.size() + back.size());
    }
}
