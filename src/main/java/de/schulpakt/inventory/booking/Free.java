package de.schulpakt.inventory.booking;

import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How many devices of a model a pool can give on each of some days. */
@ApplicationScoped
class Free {
    /** What is in one of these states is there to be lent. */
    static final Set<DeviceState> THERE = Set.of(DeviceState.IN_STOCK, DeviceState.IN_SERVICE);

    /** A day after all bookings. */
    static final LocalDate ALWAYS = LocalDate.of(2999, 12, 31);

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** What is booked, from the first to the last day. */
    record Booked(String no, LocalDate fromOn, LocalDate toOn, Integer quantity) {
        private boolean on(LocalDate day) {
            return !fromOn.isAfter(day) && !toOn.isBefore(day);
        }
    }

    /** The first day on which fewer are there than are booked, how many fewer, and a booking that lacks them. */
    record Clash(LocalDate day, long lacking, String booking) {
    }

    /** What is there of a model, booked and lent. */
    record Days(long there, List<Booked> booked, List<LocalDate> lent, LocalDate today) {
        /** The number that is free on each of these days, below zero if more is booked than there is. */
        long least(LocalDate from, LocalDate to) {
            return turns(from, to).mapToLong(this::left).min().orElse(there);
        }

        private Stream<LocalDate> turns(LocalDate from, LocalDate to) {
            return Stream.concat(Stream.of(from), booked.stream().map(Booked::fromOn).filter(day -> day.isAfter(from) && !day.isAfter(to))).distinct().sorted();
        }

        private long left(LocalDate day) {
            return there - booked.stream().filter(b -> b.on(day)).mapToLong(Booked::quantity).sum()
                    - lent.stream().filter(due -> !due.isBefore(day) || due.isBefore(today)).count();
        }

        /** The same if a device that is lent until one day comes back on another. */
        Days due(LocalDate before, LocalDate day) {
            List<LocalDate> other = new ArrayList<>(lent);
            if (other.remove(before)) {
                other.add(day);
            }
            return new Days(there, booked, other, today);
        }

        Optional<Clash> clash(LocalDate from, LocalDate to) {
            return turns(from, to).filter(day -> left(day) < 0 && booked.stream().anyMatch(b -> b.on(day))).findFirst()
                    .map(day -> new Clash(day, -left(day), booked.stream().filter(b -> b.on(day)).reduce((a, b) -> b).orElseThrow().no()));
        }
    }

    /** Whoever books, cancels nothing, but waits here for the other one who books the same: the rows stay locked until the transaction ends. */
    void hold(Long school, Long model) {
        List<Long> ids = Ask.of(em, Long.class, """
                select p.id from PoolDevice p join Device d on d.id = p.deviceId where p.schoolId = :school and p.leftAt is null and d.modelId = :model order by p.id""")
                .set("school", school).set("model", model).list();
        if (!ids.isEmpty()) {
            em.createQuery("select p from PoolDevice p where p.id in :ids order by p.id", PoolDevice.class).setParameter("ids", ids)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        }
    }

    /** The number that is free on each of these days, below zero if more is booked than there is. */
    long on(Long school, Long model, LocalDate from, LocalDate to) {
        return days(school, model, from, to).least(from, to);
    }

    /** What is there, booked on some of these days, and lent. */
    Days days(Long school, Long model, LocalDate from, LocalDate to) {
        long there = Ask.of(em, Long.class, """
                select count(p) from PoolDevice p join Device d on d.id = p.deviceId where p.schoolId = :school and p.leftAt is null and d.modelId = :model
                and d.state in :there""").set("school", school).set("model", model).set("there", THERE).one().orElse(0L);
        List<Booked> booked = Ask.of(em, Booked.class, """
                select b.no as no, b.fromOn as fromOn, b.toOn as toOn, b.quantity as quantity from LoanBooking b
                where b.schoolId = :school and b.modelId = :model and b.state = :booked and b.toOn >= :from and b.fromOn <= :to order by b.id""")
                .set("school", school).set("model", model).set("booked", BookingState.BOOKED).set("from", from).set("to", to).list();
        List<LocalDate> lent = Ask.of(em, LocalDate.class, """
                select l.dueOn from Loan l join PoolDevice p on p.deviceId = l.deviceId join Device d on d.id = l.deviceId
                where p.schoolId = :school and p.leftAt is null and d.modelId = :model and d.state in :there and l.endedAt is null""")
                .set("school", school).set("model", model).set("there", THERE).list();
        return new Days(there, booked, lent, clock.today());
    }
}
