package de.schulpakt.inventory.device;

import static de.schulpakt.identity.Permission.DELIVERY_RECEIVE;
import static de.schulpakt.inventory.device.DeviceAction.RELEASE_AWARD;
import static de.schulpakt.inventory.device.DeviceAction.REPAY;
import static de.schulpakt.inventory.device.DeviceAction.TIE_AWARD;
import static de.schulpakt.inventory.device.DeviceAction.UNTIE_AWARD;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.award.AwardHow;
import de.schulpakt.inventory.award.Awards;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What devices cost, who has paid them and what that binds them to: inner doors for what was ordered; which position of an award has paid what was not,
 * said by hand and put right with a reason. Amounts are gross, in cents.
 */
@UseCases
public class DeviceMoney {
    private static final int PAYERS_AT_ONCE = 500;
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    History history;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Awards awards;

    /**
     * Others have paid the devices of a line of an order: their parts, the budget under whose rules they stand, and how they are bound. Inner
     * door of the order.
     *
     * @param payers  in proportion; the price of each device is divided among them, to the cent
     * @param binding null if nothing binds them any more
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the order has asked for ORDER_PLACE at this authority.")
    public void repaid(Long orderLineId, Long budgetId, List<Devices.Payer> payers, Binding binding) {
        List<Device> devices = em.createQuery("select d from Device d where d.orderLineId = :line order by d.id", Device.class).setParameter("line", orderLineId)
                .getResultList();
        em.createQuery("delete from DevicePayer p where p.deviceId in (select d.id from Device d where d.orderLineId = :line)").setParameter("line", orderLineId)
                .executeUpdate();
        String label = payers.stream().filter(p -> p.budgetId().equals(budgetId)).findFirst().orElseThrow().label();
        Map<Device, List<Devices.Payer>> parts = new LinkedHashMap<>();
        for (Device device : devices) {
            device.paidUnder(budgetId, label, binding);
            long[] cents = device.price().split(payers.stream().mapToLong(Devices.Payer::cents).toArray());
            List<Devices.Payer> of = new ArrayList<>();
            for (int i = 0; i < cents.length; i++) {
                if (cents[i] > 0 || payers.get(i).budgetId().equals(budgetId)) {
                    of.add(new Devices.Payer(payers.get(i).budgetId(), cents[i], payers.get(i).label()));
                }
            }
            parts.put(device, of);
        }
        em.flush();
        pay(parts);
        Map<Ref, Said> lines = new LinkedHashMap<>();
        devices.forEach(device -> lines.put(device.ref(), Said.that("said.paid_by", label)));
        history.recordAll(REPAY, lines);
    }

    /**
     * The rule by which devices of these budgets are bound was verified: from now on it refuses. Inner door of the confirmation.
     */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the confirmation has asked for PROGRAMME_EDIT.")
    public void bindingVerified(Collection<Long> budgets, @Valid Binding binding) {
        em.createQuery("""
                update Device d set d.bindingVerified = true where d.bindingVerified = false and d.budgetId in :budgets
                and d.bindingStart = :start and d.bindingYears = :years and d.bindingMode = :mode""").setParameter("budgets", budgets)
                .setParameter("start", binding.start()).setParameter("years", binding.years()).setParameter("mode", binding.mode())
                .executeUpdate();
    }

    /** Devices get the gross prices that their invoice asks for, in cents, by their ids. Inner door of the approved invoice. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the approval of the invoice has asked for DELIVERY_RECEIVE at this authority.")
    public void priced(Map<Long, Long> cents) {
        if (!cents.isEmpty()) {
            em.createQuery("select d from Device d where d.id in :ids", Device.class).setParameter("ids", cents.keySet()).getResultList()
                    .forEach(d -> d.priced(cents.get(d.id())));
            Map<Long, List<DevicePayer>> payers = em.createQuery("select p from DevicePayer p where p.deviceId in :ids order by p.deviceId, p.budgetId",
                    DevicePayer.class).setParameter("ids", cents.keySet()).getResultList().stream().collect(Collectors.groupingBy(DevicePayer::deviceId));
            payers.forEach((device, of) -> DevicePayer.share(of, Money.of(cents.get(device))));
        }
    }

    /** Notes who paid which device, hundreds in one statement. */
    void pay(Map<Device, List<Devices.Payer>> devices) {
        List<Paid> rows = new ArrayList<>();
        devices.forEach((device, payers) -> payers.forEach(p -> rows.add(new Paid(device.id(), p))));
        for (int from = 0; from < rows.size(); from += PAYERS_AT_ONCE) {
            List<Paid> some = rows.subList(from, Math.min(rows.size(), from + PAYERS_AT_ONCE));
            Query insert = em.createNativeQuery("insert into device_payer (device_id, budget_id, amount_cents, label) values "
                    + String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?, ?)")));
            int parameter = 0;
            for (Paid row : some) {
                insert.setParameter(++parameter, row.deviceId()).setParameter(++parameter, row.by().budgetId())
                        .setParameter(++parameter, row.by().cents()).setParameter(++parameter, row.by().label());
            }
            insert.executeUpdate();
        }
    }

    /** A device and who paid a part of it. */
    private record Paid(Long deviceId, Devices.Payer by) {
    }

    /**
     * A position of an award has paid all of a device: trace, proof and binding know it from now on. One that was tied to another position is put right
     * so. What costs more than is left of the position is tied only if the asker says so on purpose, because others have paid the rest; what is left then stands
     * in the history. A day outside of the approval period or a kind that the category does not pay refuses nothing, for nobody has verified such a rule for each
     * programme: the history says it. A price or a day that was mistyped is put right by the way, also at the same position.
     * Where a verified binding ends by it, now or earlier than it did, whoever does this does not give the device up as well.
     *
     * @throws NotFound if the position is of another authority, or of none
     * @throws Refused  {@code device.award_by_order}: who paid an ordered device is put right at its order; {@code device.award_incomplete} while its price or
     *                  its day is not known and not said; {@code device.award_same} if nothing is other than before; {@code device.end_waits}; {@code device.ended}; {@code device.date_ahead};
     *                  {@code device.award_beyond} if it costs more than is left and the command does not say {@code beyond}
     */
    public void tie(long id, @Valid Tie cmd) {
        Device device = allowed(id, cmd.version());
        awards.alone(cmd.budgetId());
        Awards.Award award = awards.of(schoolsBeside(device.schoolId())).stream().filter(a -> a.budgetId().equals(cmd.budgetId())).findFirst()
                .orElseThrow(() -> new NotFound("Budget", cmd.budgetId()));
        guard.require(DELIVERY_RECEIVE, award.schoolId());
        if (cmd.boughtOn() != null && cmd.boughtOn().isAfter(clock.today())) {
            throw new Refused("device.date_ahead", cmd.boughtOn());
        }
        String before = device.fundingLabel();
        Long price = device.priceCents();
        LocalDate day = device.deliveredOn();
        boolean bound = device.bound(clock.today());
        LocalDate end = device.bindingEndOn();
        LocalDate warranty = device.warrantyEndOn();
        long left = award.leftCents() + (device.tiedTo(award.budgetId()) ? price : 0L);
        boolean corrected = device.correct(cmd.priceCents(), cmd.boughtOn());
        boolean beyond = device.priceCents() != null && device.priceCents() > left;
        if (beyond && !cmd.beyond()) {
            throw new Refused("device.award_beyond", award.label(), Money.of(Math.max(0, left)), device.price());
        }
        List<Sentence> facts = new ArrayList<>();
        tied(device, new Devices.Tied(award.budgetId(), AwardHow.HAND, null), new HashMap<>(), new HashMap<>(), corrected);
        facts.add(before == null || before.equals(device.fundingLabel()) ? Sentence.of("said.old_award", device.fundingLabel(), AwardHow.HAND) : Sentence.of("said.old_award_changed", before, device.fundingLabel()));
        if (!device.priceCents().equals(price)) {
            facts.add(fact("price", price == null ? "–" : Money.of(price), device.price()));
        }
        if (!device.deliveredOn().equals(day)) {
            facts.add(fact("bought", day == null ? "–" : day, device.deliveredOn()));
        }
        if (!Objects.equals(warranty, device.warrantyEndOn())) {
            facts.add(fact("warranty", warranty == null ? "–" : warranty, device.warrantyEndOn()));
        }
        if (award.from() != null && device.deliveredOn().isBefore(award.from()) || award.to() != null && device.deliveredOn().isAfter(award.to())) {
            facts.add(Sentence.of("said.old_award_outside", device.deliveredOn()));
        }
        if (device.price().cents() > award.approvedCents()) {
            facts.add(Sentence.of("said.old_award_more"));
        }
        if (beyond) {
            facts.add(Sentence.of("said.old_award_beyond", Money.of(Math.max(0, left))));
        }
        if (!award.kinds().contains(kind(device).name())) {
            facts.add(Sentence.of("said.old_award_kind"));
        }
        payers(Map.of(device, award.budgetId()));
        history.record(device.ref(), device.looserThan(bound, end, clock.today()) ? RELEASE_AWARD : TIE_AWARD, Said.all(facts).andWords(cmd.reason()));
    }

    /**
     * No award has paid a device after all: it is bound no longer, and stands in no proof. Whoever frees it so from a verified
     * binding does not give it up as well.
     *
     * @throws Refused {@code device.award_none} if it is tied to none; {@code device.award_by_order}; {@code device.end_waits}; {@code device.ended}
     */
    public void untie(long id, @Valid Untie cmd) {
        Device device = allowed(id, cmd.version());
        String before = device.fundingLabel();
        boolean bound = device.bound(clock.today());
        device.awardless();
        em.flush();
        forget(List.of(device.id()));
        history.record(device.ref(), bound ? RELEASE_AWARD : UNTIE_AWARD, Said.that("said.old_award_before", before).andWords(cmd.reason()));
    }

    /** What an import says of devices that it has locked or made. */
    void tie(Map<Device, Devices.Tied> devices) {
        if (devices.isEmpty()) {
            return;
        }
        Map<Long, String> labels = new HashMap<>();
        Map<List<Object>, Binding> bindings = new HashMap<>();
        Map<Ref, Said> lines = new LinkedHashMap<>();
        Map<Device, Long> budgets = new LinkedHashMap<>();
        devices.forEach((device, tied) -> {
            tied(device, tied, labels, bindings, false);
            budgets.put(device, tied.budgetId());
            lines.put(device.ref(), tied.points() == null ? Said.that("said.old_award", device.fundingLabel(), tied.how())
                    : Said.that("said.old_award_points", device.fundingLabel(), tied.how(), tied.points()));
        });
        payers(budgets);
        history.recordAll(TIE_AWARD, lines);
    }

    private void tied(Device device, Devices.Tied tied, Map<Long, String> labels, Map<List<Object>, Binding> bindings, boolean corrected) {
        List<Object> rule = device.deliveredOn() == null ? List.of() : List.of(tied.budgetId(), device.deliveredOn());
        if (!rule.isEmpty() && !bindings.containsKey(rule)) {
            bindings.put(rule, binding(awards.binding(tied.budgetId(), device.deliveredOn())));
        }
        device.awarded(tied.budgetId(), labels.computeIfAbsent(tied.budgetId(), awards::label), bindings.get(rule), tied.how(), tied.points(), corrected);
    }

    private static Sentence fact(String fact, Object before, Object after) {
        return Sentence.of("said.fact", Sentence.of("fact." + fact), before, after);
    }

    private static Binding binding(Awards.Bound bound) {
        return bound == null ? null : new Binding(BindingStart.valueOf(bound.start()), bound.years(), BindingMode.valueOf(bound.mode()), bound.verified());
    }

    private void payers(Map<Device, Long> devices) {
        em.flush();
        forget(devices.keySet().stream().map(Device::id).toList());
        Map<Device, List<Devices.Payer>> payers = new LinkedHashMap<>();
        devices.forEach((device, budget) -> payers.put(device, List.of(new Devices.Payer(budget, device.price().cents(), device.fundingLabel()))));
        pay(payers);
    }

    private void forget(List<Long> ids) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            em.createQuery("delete from DevicePayer p where p.deviceId in :ids").setParameter("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size()))).executeUpdate();
        }
    }

    private Device allowed(long id, Integer version) {
        Device device = Find.locked(em, Device.class, id);
        guard.require(DELIVERY_RECEIVE, device.schoolId());
        device.seen(version);
        return device;
    }

    private ModelKind kind(Device device) {
        return Ask.of(em, ModelKind.class, "select m.kind from DeviceModel m where m.id = :id").set("id", device.modelId()).one().orElse(ModelKind.OTHER);
    }

    /** The schools of the same authority: a device that was handed on was paid by the position of the school that had it first. */
    private List<Long> schoolsBeside(Long school) {
        return Ask.of(em, Long.class, "select s.id from School s where s.authorityId = (select x.authorityId from School x where x.id = :school) order by s.id")
                .set("school", school).list();
    }

    /**
     * A position of an award has paid a device.
     *
     * @param budgetId   the budget of the position
     * @param priceCents gross price in cents; null: as it is known
     * @param boughtOn   day on which it was bought; null: as it is known
     * @param beyond     true: also if it costs more than is left of the position, because others have paid the rest
     * @param reason     from what somebody knows it
     */
    public record Tie(@NotNull Integer version, @NotNull Long budgetId, @PositiveOrZero Long priceCents, LocalDate boughtOn, boolean beyond,
            @NotBlank @Size(max = 2000) String reason) {
        /** Only if enough is left of the position. */
        public Tie(Integer version, Long budgetId, Long priceCents, LocalDate boughtOn, String reason) {
            this(version, budgetId, priceCents, boughtOn, false, reason);
        }
    }

    /** No award has paid it, and why that was thought. */
    public record Untie(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }
}
