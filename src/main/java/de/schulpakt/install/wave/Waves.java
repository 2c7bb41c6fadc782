package de.schulpakt.install.wave;

import static de.schulpakt.identity.Permission.REQUEST_DECIDE;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Steps;
import de.schulpakt.install.calendar.WorkingTime;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.ticket.TicketBatches;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Numbers;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.job.Background;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.RoomKind;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans for many rooms. */
@UseCases
public class Waves {
    /** So many tickets are made while one waits; more of them in the background. */
    private static final int WHILE_ONE_WAITS = 400;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Steps steps;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    Numbers numbers;
    @Inject
    TicketBatches batches;
    @Inject
    WaveMaking making;
    @Inject
    Background background;
    @Inject
    LevelClock levels;
    @Inject
    WavePlaces places;
    @Inject
    WaveRows rows;
    @Inject
    WaveNetwork network;

    /**
     * Keeps a plan and makes its tickets: a few hundred at once, more in the background ({@link WaveMaking}), until which the wave is prepared. Who makes the
     * same once more gets nothing new, since such work runs there already.
     *
     * @return the id of the wave
     * @throws NotFound for a school that the authority does not run
     * @throws Refused  {@code wave.kind_unknown}; {@code wave.kind_twice}; {@code wave.past}; {@code wave.far}; {@code wave.too_many};
     *                  {@code wave.nothing} if no room fits or all such work runs already
     */
    public Long create(@Valid Plan cmd) {
        guard.requireAuthority(TICKET_WORK, cmd.authorityId());
        // the number first: whoever plans at the same time waits for it, and then sees these tickets
        String no = numbers.next("R");
        WavePlan plan = places.plan(cmd);
        boolean later = plan.items().size() > WHILE_ONE_WAITS;
        Wave wave = new Wave(no, cmd, clock.now(), later ? WaveState.PREPARING : WaveState.RUNNING);
        em.persist(wave);
        em.flush();
        rows.planned(wave.id(), plan.items(), trades(wave.id(), cmd.trades()));
        needs(wave.id(), plan);
        history.record(wave.ref(), WaveAction.CREATE, Said.that("said.wave_made", plan.items().size(), plan.items().get(0).plannedOn(), last(plan)));
        if (later) {
            background.want(WaveJob.NAME);
        } else {
            making.make(wave, plan.items().size());
            news.tellAuthority(cmd.authorityId(), "message.wave_made", wave.ref());
        }
        return wave.id();
    }

    /** Their ids, in their order. */
    private List<Long> trades(Long wave, List<Trade> typed) {
        List<WaveTrade> trades = new ArrayList<>();
        for (Trade trade : typed) {
            trades.add(new WaveTrade(wave, trades.size() + 1, trade));
        }
        trades.forEach(em::persist);
        em.flush();
        for (int i = 0; i < trades.size(); i++) {
            int line = 1;
            for (Material material : typed.get(i).material()) {
                em.persist(new WaveMaterial(trades.get(i).id(), line++, material));
            }
        }
        return trades.stream().map(WaveTrade::id).toList();
    }

    private static LocalDate last(WavePlan plan) {
        return plan.items().stream().map(WavePlan.Item::plannedOn).max(LocalDate::compareTo).orElseThrow();
    }

    private void needs(Long wave, WavePlan plan) {
        // rows of a statement get their ids in their order
        List<Long> ids = Ask.of(em, Long.class, "select w.id from WaveTicket w where w.waveId = :wave order by w.id").set("wave", wave).list();
        List<Need> pairs = new ArrayList<>();
        for (int i = 0; i < plan.items().size(); i++) {
            for (int need : plan.items().get(i).needs()) {
                pairs.add(new Need(ids.get(i), ids.get(need)));
            }
        }
        rows.needs(pairs);
    }

    /**
     * Plans a ticket for another day, and what hangs on it as many working days later or earlier.
     *
     * @return what moved, and what stays and is to be talked about
     * @throws NotFound if the ticket is none of this wave
     * @throws Refused  {@code wave.past}; {@code wave.far}; {@code wave.no_working_day}; {@code wave.begun} if somebody works on it or it has ended;
     *                  {@code wave.agreed} if a visit is agreed; {@code wave.before_needed} if something it needs comes later
     */
    public Moved move(long id, @Valid Move cmd) {
        var step = steps.begin(Wave.class, id, WaveAction.MOVE, cmd.version());
        WorkingTime time = levels.time();
        List<WaveQueries.Planned> all = planned(id);
        WaveQueries.Planned one = all.stream().filter(p -> p.ticketId().equals(cmd.ticketId())).findFirst()
                .orElseThrow(() -> new NotFound("Ticket", cmd.ticketId()));
        day(cmd.toOn(), time);
        movable(one);
        Map<Long, List<Long>> needs = needs(id);
        all.stream().filter(p -> needs.getOrDefault(one.id(), List.of()).contains(p.id()) && !p.over() && !p.plannedOn().isBefore(cmd.toOn())).findFirst().ifPresent(p -> {
            throw new Refused("wave.before_needed", one.no(), p.no(), p.plannedOn());
        });
        Moved moved = moved(step.subject(), all, WaveShift.of(all, needs, Set.of(one.id()), time.days(one.plannedOn(), cmd.toOn()), time, clock.today()),
                WaveAction.MOVE);
        step.record(Said.that("said.wave_moved", one.no(), cmd.toOn(), moved.moved(), moved.kept().size()).andWords(cmd.reason()));
        return moved;
    }

    /**
     * Plans all that has not begun and has no visit for as many working days later or earlier.
     *
     * @return as {@link #move}
     * @throws Refused {@code wave.past} if something would come before today; {@code wave.far}
     */
    public Moved shift(long id, @Valid Shift cmd) {
        var step = steps.begin(Wave.class, id, WaveAction.SHIFT, cmd.version());
        WorkingTime time = levels.time();
        List<WaveQueries.Planned> all = planned(id);
        for (WaveQueries.Planned one : all) {
            // what is late already is planned for the next working day
            if (!one.over() && !one.fixed() && !(cmd.workingDays() < 0 && one.plannedOn().isBefore(clock.today()))) {
                reachable(time.plusDays(one.plannedOn(), cmd.workingDays()), cmd.workingDays() < 0);
            }
        }
        Moved moved = moved(step.subject(), all, WaveShift.of(all, needs(id), Set.of(), cmd.workingDays(), time, clock.today()), WaveAction.SHIFT);
        step.record(Said.that("said.wave_shifted", cmd.workingDays(), moved.moved(), moved.kept().size()).andWords(cmd.reason()));
        return moved;
    }

    private void day(LocalDate day, WorkingTime time) {
        reachable(day, true);
        if (!time.works(day)) {
            throw new Refused("wave.no_working_day", day);
        }
    }

    private void reachable(LocalDate day, boolean earlier) {
        if (earlier && day.isBefore(clock.today())) {
            throw new Refused("wave.past", day);
        }
        if (day.isAfter(clock.today().plusYears(5))) {
            throw new Refused("wave.far", day, 5);
        }
    }

    private static void movable(WaveQueries.Planned one) {
        if (one.visitAt() != null) {
            throw new Refused("wave.agreed", one.no(), Clock.day(one.visitAt()));
        }
        if (one.over() || one.fixed()) {
            throw new Refused("wave.begun", one.no());
        }
    }

    private Moved moved(Wave wave, List<WaveQueries.Planned> all, WaveShift shift, WaveAction action) {
        Map<Long, WaveQueries.Planned> byId = new HashMap<>();
        all.forEach(one -> byId.put(one.id(), one));
        rows.plan(shift.moved());
        Map<Long, LocalDate> due = new LinkedHashMap<>();
        Map<Ref, Said> lines = new LinkedHashMap<>();
        shift.moved().forEach((ticket, day) -> {
            WaveQueries.Planned one = byId.get(ticket);
            due.put(one.ticketId(), day);
            lines.put(new Ref("Ticket", one.ticketId(), one.no()).ofSchool(one.schoolId()), Said.that("said.wave_day", one.plannedOn(), day, wave.no()));
        });
        batches.due(due);
        history.recordAll(action, lines);
        return new Moved(shift.moved().size(), shift.kept());
    }

    /**
     * The wave is not to be done any more: the tickets that nobody has taken are cancelled, all others stay with who has them; what has no ticket yet gets
     * none.
     *
     * @return how many were cancelled
     */
    public int cancel(long id, @Valid Cancel cmd) {
        var step = steps.begin(Wave.class, id, WaveAction.CANCEL, cmd.version());
        List<Long> open = planned(id).stream().filter(one -> one.state() == TicketState.OPEN).map(WaveQueries.Planned::ticketId).toList();
        int cancelled = batches.cancel(open, cmd.reason());
        rows.drop(id);
        step.record(Said.that("said.wave_cancelled", cancelled).andWords(cmd.reason()));
        return cancelled;
    }

    /**
     * Devices may come to the place of a ticket before its network is accepted. For who decides on requests of the school.
     *
     * @throws NotFound if the ticket is none of this wave
     * @throws Refused  {@code wave.no_devices} for a ticket of a network trade; {@code wave.waived} if somebody has said so already
     */
    public void waive(long id, @Valid Waive cmd) {
        WaveQueries.Planned one = planned(id).stream().filter(p -> p.ticketId().equals(cmd.ticketId())).findFirst()
                .orElseThrow(() -> new NotFound("Ticket", cmd.ticketId()));
        guard.require(REQUEST_DECIDE, one.schoolId());
        WaveTicket ticket = em.find(WaveTicket.class, one.id(), LockModeType.PESSIMISTIC_WRITE);
        if (one.network()) {
            throw new Refused("wave.no_devices", one.no());
        }
        if (ticket.waived()) {
            throw new Refused("wave.waived", one.no());
        }
        ticket.waive(cmd.reason().strip());
        Wave wave = em.find(Wave.class, id);
        history.record(wave.ref(), WaveAction.WAIVE, Said.that("said.wave_waived", one.no()).andWords(cmd.reason()));
        history.record(new Ref("Ticket", one.ticketId(), one.no()).ofSchool(one.schoolId()), WaveAction.WAIVE, Said.words(cmd.reason()));
    }

    /**
     * Devices may not come before the network of their place is accepted after all; work that has begun goes on.
     *
     * @throws NotFound if the ticket is none of this wave
     * @throws Refused  {@code wave.not_waived} if nobody has let it come before
     */
    public void unwaive(long id, @Valid Waive cmd) {
        WaveQueries.Planned one = planned(id).stream().filter(p -> p.ticketId().equals(cmd.ticketId())).findFirst()
                .orElseThrow(() -> new NotFound("Ticket", cmd.ticketId()));
        guard.require(REQUEST_DECIDE, one.schoolId());
        WaveTicket ticket = em.find(WaveTicket.class, one.id(), LockModeType.PESSIMISTIC_WRITE);
        if (!ticket.waived()) {
            throw new Refused("wave.not_waived", one.no());
        }
        ticket.unwaive();
        Wave wave = em.find(Wave.class, id);
        history.record(wave.ref(), WaveAction.UNWAIVE, Said.that("said.wave_unwaived", one.no()).andWords(cmd.reason()));
        history.record(new Ref("Ticket", one.ticketId(), one.no()).ofSchool(one.schoolId()), WaveAction.UNWAIVE, Said.words(cmd.reason()));
    }

    /** Devices come to a place: its network must have been accepted. */
    void starting(@Observes Tickets.Starting news) {
        network.missing(news.ticketId()).ifPresent(missing -> {
            if (network.demanded(news.ticketId(), news.ref().schoolId())) {
                throw new Refused("wave.network_first", news.ref().no(), missing);
            }
            history.record(news.ref(), WaveAction.WITHOUT_NETWORK, Said.that("said.wave_without_network", missing));
        });
    }

    /** A part of a ticket of a wave belongs to the wave, waits for what the whole waits for, and holds up what the whole holds up. */
    void parted(@Observes Tickets.Parted news) {
        rows.part(news.ticketId(), news.partId(), news.roomId());
    }

    /** A ticket has ended: the forecast counts it from today. */
    void ended(@Observes Tickets.Ended news) {
        if (news.state() != TicketState.CANCELLED) {
            em.createQuery("update WaveTicket w set w.endedOn = :today where w.ticketId = :ticket and w.endedOn is null").setParameter("today", clock.today())
                    .setParameter("ticket", news.ticketId()).executeUpdate();
        }
    }

    private List<WaveQueries.Planned> planned(long id) {
        return Ask.of(em, WaveQueries.Planned.class, WaveQueries.PLANNED).set("wave", id).set("now", clock.now()).list();
    }

    private Map<Long, List<Long>> needs(long id) {
        Map<Long, List<Long>> needs = new HashMap<>();
        Ask.of(em, Need.class, "select n.ticketId as ticketId, n.needsId as needsId from WaveNeed n join WaveTicket w on w.id = n.ticketId where w.waveId = :wave")
                .set("wave", id).list().forEach(need -> needs.computeIfAbsent(need.ticketId(), key -> new ArrayList<>()).add(need.needsId()));
        return needs;
    }

    /** What a ticket of a wave waits for. */
    record Need(Long ticketId, Long needsId) {
    }

    /**
     * A plan.
     *
     * @param schoolIds null or none for all schools of the authority
     * @param building  only buildings of this name, null for all
     * @param floor     only this floor, null for all
     * @param roomKind  only rooms of this kind, null for all
     * @param trades    in their order
     */
    public record Plan(@NotNull Long authorityId, @NotBlank @Size(max = 120) String name, @Size(max = 500) List<@NotNull Long> schoolIds,
            @Size(max = 80) String building, @Size(max = 40) String floor, RoomKind roomKind, @NotNull LocalDate startsOn,
            @NotEmpty @Size(max = 8) List<@NotNull @Valid Trade> trades) {
    }

    /**
     * A trade of a plan.
     *
     * @param kind        code of the kind of its tickets
     * @param perBuilding true: one ticket for each building, else for each room
     * @param network     true: its work is part of the network, for which devices wait
     * @param perDay      tickets for a working day
     * @param material    what each ticket takes, may be null
     */
    public record Trade(@NotBlank @Size(max = 40) String kind, @NotNull Boolean perBuilding, @NotNull Boolean network, @NotNull @Min(1) @Max(500) Integer perDay,
            @Size(max = 20) List<@NotNull @Valid Material> material) {
        @Override
        public List<Material> material() {
            return material == null ? List.of() : material;
        }
    }

    /** What a ticket takes, and how much of it. */
    public record Material(@NotBlank @Size(max = 120) String name,
            @NotNull @DecimalMin("0.01") @DecimalMax("99999.99") @Digits(integer = 5, fraction = 2) BigDecimal amount) {
    }

    /** Another day for a ticket, and why. */
    public record Move(@NotNull Integer version, @NotNull Long ticketId, @NotNull LocalDate toOn, @NotBlank @Size(max = 1000) String reason) {
    }

    /** So many working days later, or earlier if negative, and why. */
    public record Shift(@NotNull Integer version, @NotNull @Min(-250) @Max(250) Integer workingDays, @NotBlank @Size(max = 1000) String reason) {
    }

    /** Not to be done any more, and why. */
    public record Cancel(@NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
    }

    /** Why devices may come before the network, or may not after all. */
    public record Waive(@NotNull Long ticketId, @NotBlank @Size(max = 1000) String reason) {
    }

    /**
     * What came of a move.
     *
     * @param moved how many tickets are planned for another day
     * @param kept  those that would have moved and stay: somebody is there already, or a visit is agreed
     */
    public record Moved(int moved, List<WaveQueries.Planned> kept) {
    }
}
