package de.schulpakt.inventory.booking;

import static de.schulpakt.identity.Permission.LOAN_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Questions about bookings and the pool. */
@Queries
public class BookingQueries {
    private static final int MOST = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Free free;
    @Inject
    SchoolQueries schools;
    @Inject
    History history;
    @Inject
    Clock clock;

    /**
     * One booking.
     *
     * @throws NotFound if there is none, or it belongs to a school whose loans the asker may not see
     */
    public View view(long id) {
        View found = Ask.of(em, View.class, """
                select b.id as id, b.version as version, b.no as no, b.state as state, s.id as schoolId, s.name as school, s.authorityId as authorityId,
                    m.id as modelId, concat(m.maker, ' ', m.name) as model, b.quantity as quantity, b.fromOn as fromOn, b.toOn as toOn, b.borrowerKind as kind,
                    b.borrower as borrower, b.schoolClass as schoolClass, b.bookedAt as bookedAt, b.bookedBy as bookedBy, b.erasedOn as erasedOn, m.id as lacking
                from LoanBooking b join School s on s.id = b.schoolId join DeviceModel m on m.id = b.modelId where b.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("LoanBooking", id));
        guard.require(LOAN_VIEW, found.schoolId(), found.authorityId());
        LocalDate from = clock.today().isAfter(found.fromOn()) ? clock.today() : found.fromOn();
        long left = found.state() == BookingState.BOOKED && !found.toOn().isBefore(from) ? free.on(found.schoolId(), found.modelId(), from, found.toOn()) : 0;
        return found.with(Math.max(-left, 0), guard.actions(BookingFlow.FLOW, found.state(), found.schoolId()), history.of("LoanBooking", id));
    }

    /**
     * The bookings of a school for which fewer devices are there than are booked on one of their days, because some are lost, in repair or overdue.
     *
     * @throws NotFound if there is no such school, or the asker may not see its loans
     */
    public List<Lacking> lacking(long schoolId) {
        schools.mustBeThere(schoolId);
        guard.require(LOAN_VIEW, schoolId);
        LocalDate today = clock.today();
        Map<Long, Free.Days> days = new HashMap<>();
        return Ask.of(em, Lacking.class, """
                select b.id as id, b.no as no, m.id as modelId, concat(m.maker, ' ', m.name) as model, b.quantity as quantity, b.fromOn as fromOn, b.toOn as toOn,
                    m.id as lacking
                from LoanBooking b join DeviceModel m on m.id = b.modelId where b.schoolId = :school and b.state = :booked and b.toOn >= :today
                order by b.fromOn, b.id""").set("school", schoolId).set("booked", BookingState.BOOKED).set("today", today).list(MOST).stream()
                .map(b -> b.by(-days.computeIfAbsent(b.modelId(), model -> free.days(schoolId, model, today, Free.ALWAYS))
                        .least(b.fromOn().isBefore(today) ? today : b.fromOn(), b.toOn()))).filter(b -> b.lacking() > 0).toList();
    }

    /** A booking that lacks devices. */
    public record Lacking(Long id, String no, Long modelId, String model, Integer quantity, LocalDate fromOn, LocalDate toOn, Long lacking) {
        Lacking by(long count) {
            return new Lacking(id, no, modelId, model, quantity, fromOn, toOn, count);
        }
    }

    /**
     * The pool of a school by model, with what is free today.
     *
     * @throws NotFound if there is no such school, or the asker may not see its loans
     */
    public List<Model> models(long schoolId) {
        return models(schoolId, null, null);
    }

    /**
     * The same with what is free on each of some days.
     *
     * @param fromOn first day, null for today; what is over is no day
     * @param toOn   last day, null for the first
     */
    public List<Model> models(long schoolId, LocalDate fromOn, LocalDate toOn) {
        schools.mustBeThere(schoolId);
        guard.require(LOAN_VIEW, schoolId);
        LocalDate from = fromOn == null || fromOn.isBefore(clock.today()) ? clock.today() : fromOn;
        LocalDate to = toOn == null || toOn.isBefore(from) ? from : toOn;
        return Ask.of(em, Model.class, """
                select m.id as id, concat(m.maker, ' ', m.name) as name, count(p) as devices, sum(case when d.lent = true then 1 else 0 end) as lent,
                    sum(case when d.state = :inStock or d.state = :inService then 0 else 1 end) as gone, count(p) as free
                from PoolDevice p join Device d on d.id = p.deviceId join DeviceModel m on m.id = d.modelId where p.schoolId = :school and p.leftAt is null
                group by m.id, m.maker, m.name order by m.maker, m.name, m.id""").set("school", schoolId)
                .set("inStock", DeviceState.IN_STOCK).set("inService", DeviceState.IN_SERVICE).list(MOST).stream()
                .map(m -> m.with(free.on(schoolId, m.id(), from, to))).toList();
    }

    /**
     * The sets of a school with their devices; those of no set come last, under no name.
     *
     * @throws NotFound if there is no such school, or the asker may not see its loans
     */
    public List<Member> members(long schoolId) {
        schools.mustBeThere(schoolId);
        guard.require(LOAN_VIEW, schoolId);
        return Ask.of(em, Member.class, """
                select d.id as id, d.inventoryNo as inventoryNo, concat(m.maker, ' ', m.name) as model, d.state as state, d.lent as lent, t.id as setId, t.name as setName
                from PoolDevice p join Device d on d.id = p.deviceId join DeviceModel m on m.id = d.modelId left join LoanSet t on t.id = p.setId
                where p.schoolId = :school and p.leftAt is null order by case when t.id is null then 1 else 0 end, t.name, d.inventoryNo""")
                .set("school", schoolId).list(MOST);
    }

    /** The sets of a school, by name. */
    public List<ClassSet> sets(long schoolId) {
        schools.mustBeThere(schoolId);
        guard.require(LOAN_VIEW, schoolId);
        return Ask.of(em, ClassSet.class, """
                select t.id as id, t.name as name, t.schoolClass as schoolClass, t.responsible as responsible,
                    (select count(p) from PoolDevice p where p.setId = t.id and p.leftAt is null) as devices
                from LoanSet t where t.schoolId = :school and t.dissolvedAt is null order by t.name""").set("school", schoolId).list(MOST);
    }

    /**
     * A set.
     *
     * @param schoolClass class that works with it, null for none
     * @param responsible who answers for it, null for nobody
     * @param devices     how many belong to it
     */
    public record ClassSet(Long id, String name, String schoolClass, String responsible, Long devices) {
    }

    /**
     * A model of the pool.
     *
     * @param gone lost, given up or in repair
     * @param free on each of the days that are asked about, for who has not booked
     */
    public record Model(Long id, String name, Long devices, Long lent, Long gone, Long free) {
        Model with(long left) {
            return new Model(id, name, devices, lent, gone, Math.max(left, 0));
        }
    }

    /** A device of the pool; setName is null for none. */
    public record Member(Long id, String inventoryNo, String model, DeviceState state, Boolean lent, Long setId, String setName) {
    }

    /** One booking; borrower null if erased. Lacking: how many devices fewer than booked are there on one of its days. */
    public record View(Long id, Integer version, String no, BookingState state, Long schoolId, String school, Long authorityId, Long modelId, String model,
            Integer quantity, LocalDate fromOn, LocalDate toOn, Loans.BorrowerKind kind, String borrower, String schoolClass, Instant bookedAt, String bookedBy,
            LocalDate erasedOn, Long lacking, Set<BookingAction> actions, List<HistoryEntry> timeline) {
        View with(long lacks, Set<BookingAction> may, List<HistoryEntry> lines) {
            return new View(id, version, no, state, schoolId, school, authorityId, modelId, model, quantity, fromOn, toOn, kind, borrower, schoolClass, bookedAt,
                    bookedBy, erasedOn, lacks, may, lines);
        }
    }
}
