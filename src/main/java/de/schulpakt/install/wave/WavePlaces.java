package de.schulpakt.install.wave;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a plan is about; whoever calls has asked the guard. */
@ApplicationScoped
class WavePlaces {
    static final List<TicketState> PENDING = Arrays.stream(TicketState.values()).filter(TicketState::pending).toList();
    private static final int MOST = 5000;
    private static final int FAR = 5;

    @PersistenceContext
    EntityManager em;
    @Inject
    KnownKinds kinds;
    @Inject
    LevelClock levels;
    @Inject
    Clock clock;

    /**
     * Plans without writing.
     *
     * @throws NotFound for a school that the authority does not run
     * @throws Refused  {@code wave.kind_unknown}; {@code wave.kind_twice}; {@code wave.past}; {@code wave.far}; {@code wave.too_many};
     *                  {@code wave.nothing} if no room fits or all such work runs already
     */
    WavePlan plan(Waves.Plan cmd) {
        if (cmd.startsOn().isBefore(clock.today())) {
            throw new Refused("wave.past", cmd.startsOn());
        }
        if (cmd.startsOn().isAfter(clock.today().plusYears(FAR))) {
            throw new Refused("wave.far", cmd.startsOn(), FAR);
        }
        kinds(cmd.trades());
        List<WavePlan.Spot> spots = spots(cmd);
        WavePlan plan = WavePlan.of(cmd.trades(), spots, cmd.startsOn(), levels.time(), running(cmd, spots));
        if (plan.items().isEmpty()) {
            throw new Refused("wave.nothing");
        }
        return plan;
    }

    /** The kinds of the trades by their code. */
    Map<String, Kind> kinds(List<Waves.Trade> trades) {
        Map<String, Kind> found = new HashMap<>();
        for (Waves.Trade trade : trades) {
            Kind kind = kinds.latest(trade.kind()).filter(Kind::offered).orElseThrow(() -> new Refused("wave.kind_unknown", trade.kind()));
            if (found.put(trade.kind(), kind) != null) {
                throw new Refused("wave.kind_twice", kind.nameDe());
            }
        }
        return found;
    }

    /** The last day of which the holidays must be known. */
    boolean known(LocalDate day) {
        return levels.known(day.atStartOfDay(Clock.ZONE).toInstant());
    }

    private List<WavePlan.Spot> spots(Waves.Plan cmd) {
        Set<Long> wanted = cmd.schoolIds() == null ? Set.of() : new HashSet<>(cmd.schoolIds());
        if (!wanted.isEmpty()) {
            Set<Long> run = new HashSet<>(Ask.of(em, Long.class, "select s.id from School s where s.authorityId = :authority and s.id in :ids")
                    .set("authority", cmd.authorityId()).set("ids", wanted).list());
            wanted.stream().filter(id -> !run.contains(id)).findFirst().ifPresent(id -> {
                throw new NotFound("School", id);
            });
        }
        String building = Wave.blank(cmd.building());
        String floor = Wave.blank(cmd.floor());
        Ask<WavePlan.Spot> ask = Ask.of(em, WavePlan.Spot.class, """
                select r.id as roomId, s.id as schoolId, s.name as school, b.id as buildingId, b.name as building, r.floor as floor_, r.name as room
                from Room r join Building b on b.id = r.buildingId join School s on s.id = r.schoolId where s.authorityId = :authority and r.closedOn is null
                    and s.endedOn is null"""
                + (wanted.isEmpty() ? "" : " and s.id in :schools") + (building == null ? "" : " and b.name = :building")
                + (floor == null ? "" : " and r.floor = :floor") + (cmd.roomKind() == null ? "" : " and r.kind = :kind")
                + " order by s.name, s.id, b.nameKey, b.id, r.floor, r.nameKey, r.id").set("authority", cmd.authorityId());
        if (!wanted.isEmpty()) {
            ask.set("schools", wanted);
        }
        if (building != null) {
            ask.set("building", building);
        }
        if (floor != null) {
            ask.set("floor", floor);
        }
        if (cmd.roomKind() != null) {
            ask.set("kind", cmd.roomKind());
        }
        List<WavePlan.Spot> spots = ask.list(MOST + 1);
        if (spots.size() > MOST) {
            throw new Refused("wave.too_many", MOST);
        }
        return spots;
    }

    /** Where such work runs: by the room of a ticket, or by the building of one of another wave. */
    private Set<WavePlan.Place> running(Waves.Plan cmd, List<WavePlan.Spot> spots) {
        List<String> codes = cmd.trades().stream().map(Waves.Trade::kind).toList();
        Set<Long> schools = new HashSet<>(spots.stream().map(WavePlan.Spot::schoolId).toList());
        if (schools.isEmpty()) {
            return Set.of();
        }
        Set<WavePlan.Place> running = new HashSet<>(Ask.of(em, WavePlan.Place.class, """
                select k.code as kind, r.buildingId as buildingId, r.id as roomId from Ticket t join TicketKind k on k.id = t.kindId
                join Room r on r.id = t.roomId where t.schoolId in :schools and t.state in :pending and k.code in :codes""")
                .set("schools", schools).set("pending", PENDING).set("codes", codes).list());
        running.addAll(Ask.of(em, WavePlan.Place.class, """
                select k.code as kind, w.buildingId as buildingId, w.roomId as roomId from WaveTicket w join Ticket t on t.id = w.ticketId
                join TicketKind k on k.id = t.kindId where w.schoolId in :schools and t.state in :pending and k.code in :codes and w.roomId is null""")
                .set("schools", schools).set("pending", PENDING).set("codes", codes).list());
        // what another wave has planned and not made yet
        running.addAll(Ask.of(em, WavePlan.Place.class, """
                select d.kindCode as kind, w.buildingId as buildingId, w.roomId as roomId from WaveTicket w join WaveTrade d on d.id = w.tradeId
                where w.schoolId in :schools and w.ticketId is null and d.kindCode in :codes""").set("schools", schools).set("codes", codes).list());
        return running;
    }
}
