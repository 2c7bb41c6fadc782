package de.schulpakt.inventory.booking;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.inventory.booking.BookingAction.CANCEL;
import static de.schulpakt.inventory.booking.BookingAction.HAND_OUT;
import static de.schulpakt.inventory.booking.BookingAction.PUT_BACK;
import static de.schulpakt.inventory.booking.BookingAction.REOPEN;
import static de.schulpakt.inventory.booking.BookingAction.RESCHEDULE;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.inventory.loan.KeptPeople;
import de.schulpakt.inventory.loan.LoanState;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.loan.Turns;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Use cases of bookings. */
@UseCases
public class Bookings {
    private static final int MOST = 40;
    private static final int LONGEST = 400;
    private static final int AT_ONCE = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Steps steps;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    Numbers numbers;
    @Inject
    History history;
    @Inject
    Loans loans;
    @Inject
    Free free;
    @Inject
    Event<Cancelling> cancelling;
    @Inject
    Event<Reopening> reopening;
    @Inject
    SchoolQueries schools;

    /**
     * Keeps a number of devices of a model for some days.
     *
     * @return id of the booking
     * @throws Refused {@code booking.days} for days that are over or stand the wrong way round; {@code booking.too_long} for more than 400 days;
     *                 {@code booking.too_few} if fewer are free on one of the days
     */
    public Long book(@Valid Book cmd) {
        guard.require(LOAN_EDIT, cmd.schoolId());
        schools.mustBeSchool(cmd.schoolId());
        if (cmd.fromOn().isBefore(clock.today()) || cmd.toOn().isBefore(cmd.fromOn())) {
            throw new Refused("booking.days", cmd.fromOn(), cmd.toOn());
        }
        if (cmd.toOn().isAfter(cmd.fromOn().plusDays(LONGEST))) {
            throw new Refused("booking.too_long", LONGEST);
        }
        enough(cmd.schoolId(), cmd.modelId(), cmd.fromOn(), cmd.toOn(), cmd.quantity());
        LoanBooking booking = new LoanBooking(numbers.next("R"), cmd, clock.now(), actor.name());
        em.persist(booking);
        em.flush();
        history.record(booking.ref(), BookingAction.BOOK, Said.that("said.booked", cmd.quantity(), cmd.fromOn(), cmd.toOn()));
        return booking.id();
    }

    /**
     * The devices that were kept go out, due on the last day of the booking.
     *
     * @return ids of the loans
     * @throws Refused {@code booking.not_yet} before the first day; {@code booking.number} for another number of devices; {@code booking.model} for one of
     *                 another model or school; as {@link Loans#handOut}
     */
    public List<Long> handOut(long id, @Valid Take cmd) {
        LoanBooking booking = steps.take(LoanBooking.class, id, HAND_OUT, cmd.version(), null);
        if (booking.fromOn().isAfter(clock.today())) {
            throw new Refused("booking.not_yet", booking.fromOn());
        }
        long chosen = cmd.deviceIds().stream().distinct().count();
        if (chosen != booking.quantity()) {
            throw new Refused("booking.number", booking.quantity(), chosen);
        }
        long fit = Ask.of(em, Long.class, "select count(d) from Device d where d.id in :ids and d.modelId = :model and d.schoolId = :school").set("ids", cmd.deviceIds())
                .set("model", booking.modelId()).set("school", booking.schoolId()).one().orElse(0L);
        if (fit != chosen) {
            throw new Refused("booking.model", booking.no());
        }
        em.flush();
        List<Long> made = loans.handOut(booking.handOut(cmd));
        made.forEach(loan -> em.persist(new BookingLoan(id, loan)));
        return made;
    }

    /**
     * The devices had gone out by mistake: all of them are back, on one sheet, as they went, and are kept again for the rest of the days.
     *
     * @throws Refused {@code booking.loans_ended} if one of them has come back already, was swapped or lost; {@code booking.loans_unknown} if it is not known
     *                 which loans it were; {@code booking.days} if its days are over; {@code booking.too_few} if others have booked meanwhile
     */
    public void putBack(long id, @Valid Why cmd) {
        LoanBooking booking = steps.locked(LoanBooking.class, id, PUT_BACK);
        if (booking.toOn().isBefore(clock.today())) {
            throw new Refused("booking.days", booking.fromOn(), booking.toOn());
        }
        var step = steps.on(booking, PUT_BACK, cmd.version());
        // loans before the pool, as a swap locks them
        em.createQuery("select l from Loan l where l.id in (select x.loanId from BookingLoan x where x.bookingId = :id) order by l.id").setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
        free.hold(booking.schoolId(), booking.modelId());
        List<Made> made = Ask.of(em, Made.class, """
                select l.id as id, l.no as no, l.version as version, l.state as state, l.conditionOut as condition
                from BookingLoan x join Loan l on l.id = x.loanId where x.bookingId = :id order by l.id""").set("id", id).list();
        if (made.isEmpty()) {
            throw new Refused("booking.loans_unknown", booking.no());
        }
        made.stream().filter(loan -> loan.state() != LoanState.LENT).findFirst().ifPresent(ended -> {
            throw new Refused("booking.loans_ended", ended.no());
        });
        em.createQuery("delete from BookingLoan x where x.bookingId = :id").setParameter("id", id).executeUpdate();
        loans.takeBackAll(new Loans.TakeBackAll(made.stream().map(loan -> new Loans.Back(loan.id(), loan.version(), loan.condition(), null, cmd.note())).toList()));
        em.flush();
        LocalDate from = later(booking.fromOn(), clock.today());
        long left = free.on(booking.schoolId(), booking.modelId(), from, booking.toOn());
        if (left < 0) {
            throw new Refused("booking.too_few", left + booking.quantity());
        }
        step.record(Said.words(cmd.note()));
    }

    /** It is not wanted any longer. */
    public void cancel(long id, @Valid Why cmd) {
        mayEdit(id);
        cancelling.fire(new Cancelling(id, cmd.note()));
        steps.take(LoanBooking.class, id, CANCEL, cmd.version(), cmd.note());
    }

    /** It is not wanted any longer, because what it was made for is answered anew. Inner door of the ask; refuses {@code state.not_allowed} once the devices went out. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the ask has asked for LOAN_EDIT at this school.")
    public void cancelled(long id, String words) {
        LoanBooking booking = Find.locked(em, LoanBooking.class, id);
        if (booking.state() != BookingState.CANCELLED) {
            history.record(booking.ref(), CANCEL, booking.apply(CANCEL), Said.words(words));
        }
    }

    /**
     * Keeps the devices for other days. A first day that is past may stay as it is.
     *
     * @throws Refused as {@link #book} for days that cannot be, or on which others have booked
     */
    public void reschedule(long id, @Valid Reschedule cmd) {
        LoanBooking booking = steps.locked(LoanBooking.class, id, RESCHEDULE);
        var step = steps.on(booking, RESCHEDULE, cmd.version());
        LocalDate today = clock.today();
        if (cmd.fromOn().isBefore(today) && !cmd.fromOn().equals(booking.fromOn()) || cmd.toOn().isBefore(later(cmd.fromOn(), today))) {
            throw new Refused("booking.days", cmd.fromOn(), cmd.toOn());
        }
        if (cmd.toOn().isAfter(cmd.fromOn().plusDays(LONGEST))) {
            throw new Refused("booking.too_long", LONGEST);
        }
        Said said = Said.that("said.booking_days", booking.fromOn(), booking.toOn(), cmd.fromOn(), cmd.toOn());
        free.hold(booking.schoolId(), booking.modelId());
        booking.on(cmd.fromOn(), cmd.toOn());
        // it counts itself on its new days
        em.flush();
        long left = free.on(booking.schoolId(), booking.modelId(), later(cmd.fromOn(), today), cmd.toOn());
        if (left < 0) {
            throw new Refused("booking.too_few", left + booking.quantity());
        }
        step.record(said.andWords(cmd.note()));
    }

    /** It is wanted after all, and promised again to who has asked for it; refused {@code booking.too_few} if others have booked meanwhile, {@code booking.days} if its days are over. */
    public void reopen(long id, @Valid Why cmd) {
        mayEdit(id);
        reopening.fire(new Reopening(id, cmd.note()));
        LoanBooking booking = steps.locked(LoanBooking.class, id, REOPEN);
        if (booking.toOn().isBefore(clock.today())) {
            throw new Refused("booking.days", booking.fromOn(), booking.toOn());
        }
        var step = steps.on(booking, REOPEN, cmd.version());
        LocalDate from = booking.fromOn().isBefore(clock.today()) ? clock.today() : booking.fromOn();
        free.hold(booking.schoolId(), booking.modelId());
        // it counts itself by now
        em.flush();
        long left = free.on(booking.schoolId(), booking.modelId(), from, booking.toOn());
        if (left < 0) {
            throw new Refused("booking.too_few", left + booking.quantity());
        }
        step.record(Said.words(cmd.note()));
    }

    /** Asked before anything follows from a step; the booking is locked after what follows. */
    private void mayEdit(long id) {
        guard.require(LOAN_EDIT, Ask.of(em, Long.class, "select b.schoolId from LoanBooking b where b.id = :id").set("id", id).one()
                .orElseThrow(() -> new NotFound("LoanBooking", id)));
    }

    /** Devices of the pool that go out leave enough for who has booked; refused {@code booking.reserved}. */
    void goOut(@Observes Loans.GoingOut news) {
        LocalDate until = later(news.dueOn(), clock.today());
        ofPool(news.deviceIds()).forEach((model, count) -> {
            free.hold(news.schoolId(), model);
            if (free.on(news.schoolId(), model, clock.today(), until) < count) {
                throw new Refused("booking.reserved", news.dueOn());
            }
        });
    }

    /** Devices of the pool that stay out longer, or are out again, leave enough for who has booked; refused {@code booking.clash}. */
    void stayOut(@Observes Loans.StayingOut news) {
        LocalDate from = later(news.fromOn(), clock.today());
        leaveEnough(news.schoolId(), ofPool(news.deviceIds()).keySet(), from, later(news.dueOn(), from));
    }

    /**
     * Of the loans of a plan that would stay out longer those go, in their order, that leave enough for who has booked; the others are named with
     * {@code booking.clash}. What comes back earlier counts first. Statements for each model, not for each loan.
     */
    void stayLonger(@Observes Turns.Longer news) {
        Map<Long, Turns.Change> byDevice = news.changes().stream().collect(Collectors.toMap(Turns.Change::deviceId, c -> c, (one, other) -> one, LinkedHashMap::new));
        if (byDevice.values().stream().noneMatch(Turns.Change::isLonger)) {
            return;
        }
        Map<Long, List<Turns.Change>> byModel = Ask.of(em, Pooled.class, """
                select d.id as id, d.modelId as modelId from PoolDevice p join Device d on d.id = p.deviceId where p.deviceId in :ids and p.leftAt is null order by d.id""")
                .set("ids", byDevice.keySet()).list().stream().collect(Collectors.groupingBy(Pooled::modelId, TreeMap::new, Collectors.mapping(p -> byDevice.get(p.id()), Collectors.toList())));
        byModel.forEach((model, changes) -> {
            if (news.binding()) {
                free.hold(news.schoolId(), model);
            }
            LocalDate last = changes.stream().map(Turns.Change::day).max(Comparator.naturalOrder()).orElseThrow();
            Free.Days days = free.days(news.schoolId(), model, clock.today(), later(last, clock.today()));
            for (Turns.Change c : changes) {
                days = c.isLonger() ? days : days.due(c.before(), c.day());
            }
            for (Turns.Change c : changes.stream().filter(Turns.Change::isLonger).sorted(Comparator.comparing(Turns.Change::loanId)).toList()) {
                LocalDate from = c.before().isBefore(clock.today()) ? clock.today() : c.before().plusDays(1);
                Free.Days longer = days.due(c.before(), c.day());
                Optional<Free.Clash> clash = longer.clash(from, later(c.day(), from));
                clash.ifPresent(x -> news.kept().put(c.loanId(), Sentence.of("booking.clash", x.booking(), x.day(), x.lacking())));
                days = clash.isPresent() ? days : longer;
            }
        });
    }

    /**
     * Devices that leave the pool because somebody wants it leave enough for who has booked, whenever that is; refused {@code booking.clash}. What is
     * lost or in repair was not there before either.
     */
    void leavePool(@Observes Pool.Left news) {
        leaveEnough(news.schoolId(), there(news.deviceIds()), clock.today(), Free.ALWAYS);
    }

    private void leaveEnough(Long school, Collection<Long> models, LocalDate from, LocalDate to) {
        models.forEach(model -> {
            free.hold(school, model);
            free.days(school, model, from, to).clash(from, to).ifPresent(clash -> {
                throw new Refused("booking.clash", clash.booking(), clash.day(), clash.lacking());
            });
        });
    }

    private Map<Long, Long> ofPool(Set<Long> devices) {
        return Ask.of(em, Pooled.class, """
                select d.id as id, d.modelId as modelId from PoolDevice p join Device d on d.id = p.deviceId where p.deviceId in :ids and p.leftAt is null""")
                .set("ids", devices).list().stream().collect(Collectors.groupingBy(Pooled::modelId, TreeMap::new, Collectors.counting()));
    }

    /** Models of those that are there, in the order in which they are locked. */
    private List<Long> there(Set<Long> devices) {
        return Ask.of(em, Long.class, "select distinct d.modelId from Device d where d.id in :ids and d.state in :there order by d.modelId").set("ids", devices)
                .set("there", Free.THERE).list();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Erases who has booked what was over long enough ago; answers how many bookings there were. */
    @Unguarded("Called by the job of each night; erases by rule.")
    public int erase() {
        List<LoanBooking> old = em.createQuery("select b from LoanBooking b where b.erasedOn is null and b.toOn < :before order by b.toOn, b.id", LoanBooking.class)
                .setParameter("before", KeptPeople.since(clock.today())).setMaxResults(AT_ONCE).getResultList();
        old.forEach(b -> {
            b.erase(clock.today());
            history.record(b.ref(), BookingAction.ERASE);
        });
        return old.size();
    }

    private void enough(Long school, Long model, LocalDate from, LocalDate to, int quantity) {
        free.hold(school, model);
        long left = free.on(school, model, from, to);
        if (left < quantity) {
            throw new Refused("booking.too_few", Math.max(left, 0));
        }
    }

    /** News, told inside the transaction in which a booking is going to be cancelled, before it is locked; the words name nobody. */
    public record Cancelling(Long bookingId, String words) {
    }

    /** News, told inside the transaction in which a booking is going to be kept again, before it is locked; the words name nobody. */
    public record Reopening(Long bookingId, String words) {
    }

    /** A loan that a hand-out has made. */
    record Made(Long id, String no, Integer version, LoanState state, Loans.LoanCondition condition) {
    }

    /** A device of the pool and its model. */
    record Pooled(Long id, Long modelId) {
    }

    /**
     * A booking.
     *
     * @param toOn        last day
     * @param borrower    name of the person or class
     * @param schoolClass class of the pupil, may be null
     */
    public record Book(@NotNull Long schoolId, @NotNull Long modelId, @NotNull @Min(1) @Max(MOST) Integer quantity, @NotNull LocalDate fromOn, @NotNull LocalDate toOn,
            @NotNull Loans.BorrowerKind kind, @NotBlank @Size(max = 120) String borrower, @Size(max = 40) String schoolClass) {
    }

    /** The devices that go out for a booking; the rest as in {@link Loans.HandOut}. */
    public record Take(@NotNull Integer version, @NotEmpty @Size(max = MOST) List<@NotNull Long> deviceIds, @Size(max = 200) String contact, Boolean minor,
            @Size(max = 120) String guardian, Boolean signed, @NotNull Loans.LoanCondition condition, @Size(max = 500) String accessories) {
    }

    /** Other days for a booking, with the reason, which names nobody. */
    public record Reschedule(@NotNull Integer version, @NotNull LocalDate fromOn, @NotNull LocalDate toOn, @NotBlank @Size(max = 2000) String note) {
    }

    /** A step with its reason, which names nobody. */
    public record Why(@NotNull Integer version, @NotBlank @Size(max = 2000) String note) {
    }
}
