package de.schulpakt.inventory.device;

import static de.schulpakt.inventory.device.DeviceAction.REPAY;

import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Money;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Inner doors for what devices cost, who has paid them and what that binds them to. Amounts are gross, in cents. */
@UseCases
public class DeviceMoney {
    private static final int PAYERS_AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    History history;

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
}
