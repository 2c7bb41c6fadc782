package de.schulpakt.install.wave;

import static de.schulpakt.identity.Permission.TICKET_VIEW;
import static de.schulpakt.identity.Permission.TICKET_WORK;

import de.schulpakt.identity.Guard;
import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.install.level.LevelClock;
import de.schulpakt.install.calendar.WorkingTime;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.school.place.RoomKind;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Questions about waves. */
@Queries
public class WaveQueries {
    /** All tickets of a wave with what decides whether they may move, needed ones before those that need them. */
    static final String PLANNED = """
            select w.id as id, t.id as ticketId, t.no as no, t.schoolId as schoolId, t.state as state, w.plannedOn as plannedOn, d.lineNo as lineNo,
                d.network as network, w.endedOn as endedOn, (select min(v.startsAt) from Visit v where v.ticketId = t.id and v.cancelled = false
                and v.startsAt > :now) as visitAt
            from WaveTicket w join WaveTrade d on d.id = w.tradeId join Ticket t on t.id = w.ticketId where w.waveId = :wave
            order by d.lineNo, w.plannedOn, w.id""";
    /** Working days of the throughput. */
    private static final int LOOK_BACK = 10;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    KnownKinds kinds;
    @Inject
    LevelClock levels;
    @Inject
    WavePlaces places;

    /** What a plan would make, without making it. For technicians of the authority; refused as {@link Waves#create}. */
    public Look look(@Valid Waves.Plan cmd) {
        guard.requireAuthority(TICKET_WORK, cmd.authorityId());
        WavePlan plan = places.plan(cmd);
        Map<String, Kind> known = places.kinds(cmd.trades());
        List<LookTrade> trades = new ArrayList<>();
        Map<String, BigDecimal> material = new LinkedHashMap<>();
        for (int i = 0; i < cmd.trades().size(); i++) {
            int trade = i;
            Waves.Trade one = cmd.trades().get(i);
            List<WavePlan.Item> items = plan.items().stream().filter(item -> item.trade() == trade).toList();
            Kind kind = known.get(one.kind());
            trades.add(new LookTrade(one.kind(), kind.nameDe(), kind.nameEn(), items.size(),
                    items.stream().map(WavePlan.Item::plannedOn).min(LocalDate::compareTo).orElse(null),
                    items.stream().map(WavePlan.Item::plannedOn).max(LocalDate::compareTo).orElse(null)));
            one.material().forEach(m -> material.merge(m.name().strip(), m.amount().multiply(BigDecimal.valueOf(items.size())), BigDecimal::add));
        }
        LocalDate last = plan.items().stream().map(WavePlan.Item::plannedOn).max(LocalDate::compareTo).orElseThrow();
        return new Look(plan.items().size(), plan.items().stream().map(WavePlan.Item::schoolId).distinct().count(),
                plan.items().stream().map(WavePlan.Item::roomId).filter(Objects::nonNull).distinct().count(), plan.items().get(0).plannedOn(), last,
                places.known(last), plan.left(), trades, material.entrySet().stream().map(e -> new Amount(e.getKey(), e.getValue())).toList());
    }

    /**
     * One wave with its progress, by trade and by school; a fixed number of statements.
     *
     * @throws NotFound if there is none, or the asker may not see tickets of its authority
     */
    public View view(long id) {
        View wave = Ask.of(em, View.class, """
                select w.id as id, w.version as version, w.no as no, w.name as name, w.state as state, a.id as authorityId, a.name as authority,
                    w.building as building, w.floor as floor_, w.roomKind as roomKind, w.startsOn as startsOn, w.createdAt as createdAt
                from Wave w join Authority a on a.id = w.authorityId where w.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Wave", id));
        if (!guard.mayAuthority(TICKET_VIEW, wave.authorityId())) {
            throw new NotFound("Wave", id);
        }
        guard.requireAuthority(TICKET_VIEW, wave.authorityId());
        List<Planned> all = Ask.of(em, Planned.class, PLANNED).set("wave", id).set("now", clock.now()).list();
        List<TradeRow> trades = Ask.of(em, TradeRow.class, """
                select d.id as id, d.lineNo as lineNo, d.kindCode as kind, d.kindCode as nameDe, d.kindCode as nameEn, d.perBuilding as perBuilding, d.network as network, d.perDay as perDay
                from WaveTrade d where d.waveId = :wave order by d.lineNo""").set("wave", id).list().stream()
                .map(trade -> trade.with(kinds.latest(trade.kind()).orElse(null), progress(all.stream().filter(p -> p.lineNo().equals(trade.lineNo())).toList()))).toList();
        List<Amount> material = Ask.of(em, Amount.class, """
                select m.name as name, sum(m.amount) as amount from WaveMaterial m join WaveTicket w on w.tradeId = m.tradeId join Ticket t on t.id = w.ticketId
                where w.waveId = :wave and t.state <> :cancelled group by m.name order by m.name""").set("wave", id)
                .set("cancelled", TicketState.CANCELLED).list();
        Progress whole = progress(all);
        return wave.with(making(id, wave.state()), whole, forecast(all, whole), trades, schools(id, all), material, guard.actionsOfAuthority(WaveFlow.FLOW, wave.state(), wave.authorityId()),
                history.of("Wave", id));
    }

    /**
     * How far the making of the tickets of a wave is; null if all are there.
     *
     * @throws NotFound if there is none, or the asker may not see tickets of its authority
     */
    public Making making(long id) {
        Head wave = Ask.of(em, Head.class, "select w.state as state_, w.authorityId as authorityId from Wave w where w.id = :id").set("id", id).one()
                .orElseThrow(() -> new NotFound("Wave", id));
        if (!guard.mayAuthority(TICKET_VIEW, wave.authorityId())) {
            throw new NotFound("Wave", id);
        }
        guard.requireAuthority(TICKET_VIEW, wave.authorityId());
        return making(id, wave.state());
    }

    private Making making(long id, WaveState state) {
        return state != WaveState.PREPARING ? null : Ask.of(em, Making.class, """
                select count(w) as planned, count(w.ticketId) as made from WaveTicket w where w.waveId = :wave""").set("wave", id).one().orElse(null);
    }

    private record Head(WaveState state, Long authorityId) {
    }

    private List<SchoolRow> schools(long id, List<Planned> all) {
        return Ask.of(em, SchoolRow.class, """
                select s.id as schoolId, s.name as school from School s where exists (select w.id from WaveTicket w where w.schoolId = s.id and w.waveId = :wave)
                order by s.name, s.id""").set("wave", id).list().stream()
                .map(school -> school.with(progress(all.stream().filter(p -> p.schoolId().equals(school.schoolId())).toList()))).toList();
    }

    private Progress progress(List<Planned> some) {
        List<Planned> counted = some.stream().filter(one -> one.state() != TicketState.CANCELLED).toList();
        List<Planned> left = counted.stream().filter(one -> !one.over()).toList();
        return new Progress(counted.size(), counted.size() - left.size(), (int) left.stream().filter(Planned::fixed).count(),
                (int) left.stream().filter(one -> one.plannedOn().isBefore(clock.today())).count(),
                left.stream().map(Planned::plannedOn).min(LocalDate::compareTo).orElse(null),
                counted.stream().map(Planned::plannedOn).max(LocalDate::compareTo).orElse(null));
    }

    /** By what was ended on the last ten working days; null if that is nothing, or nothing is left. */
    private Forecast forecast(List<Planned> all, Progress whole) {
        WorkingTime time = levels.time();
        LocalDate since = time.plusDays(clock.today(), -LOOK_BACK);
        long ended = all.stream().filter(one -> one.over() && one.endedOn() != null && one.endedOn().isAfter(since)).count();
        int left = whole.total() - whole.ended();
        return ended == 0 || left == 0 ? null
                : new Forecast(ended, LOOK_BACK, time.plusDays(clock.today(), (int) ((left * (long) LOOK_BACK + ended - 1) / ended)));
    }

    /**
     * A ticket of a wave.
     *
     * @param visitAt the next visit that is agreed, null for none
     */
    public record Planned(Long id, Long ticketId, String no, Long schoolId, TicketState state, LocalDate plannedOn, Integer lineNo, Boolean network,
            LocalDate endedOn, Instant visitAt) {
        private static final Set<TicketState> FREE = EnumSet.of(TicketState.OPEN, TicketState.PLANNED, TicketState.WAITING);

        /** True if nothing is to be done any more. */
        public boolean over() {
            return !state.pending();
        }

        /** True if it stays where it is: somebody works on it, or a visit is agreed. */
        public boolean fixed() {
            return visitAt != null || !FREE.contains(state);
        }
    }

    /**
     * How far it is.
     *
     * @param total  tickets that are not cancelled
     * @param begun  of those that have not ended, those that are in work or have a visit
     * @param late   of those that have not ended, those that were planned for a day before today
     * @param nextOn the next day on which something is planned that has not ended, null for none
     * @param lastOn the last planned day
     */
    public record Progress(int total, int ended, int begun, int late, LocalDate nextOn, LocalDate lastOn) {
        /** Of a hundred. */
        public int percent() {
            return total == 0 ? 100 : ended * 100 / total;
        }
    }

    /**
     * When it will be done.
     *
     * @param ended what was ended
     * @param days  on so many working days
     * @param on    the day on which all will have ended at that speed
     */
    public record Forecast(long ended, int days, LocalDate on) {
    }

    /** A trade with its progress; names by language, null if the kind is no more. */
    public record TradeRow(Long id, Integer lineNo, String kind, Boolean perBuilding, Boolean network, Integer perDay, String nameDe, String nameEn,
            Progress progress) {
        TradeRow with(Kind known, Progress done) {
            return new TradeRow(id, lineNo, kind, perBuilding, network, perDay, known == null ? kind : known.nameDe(), known == null ? kind : known.nameEn(), done);
        }

        /** Its name in a language. */
        public String name(String language) {
            return "en".equals(language) ? nameEn : nameDe;
        }
    }

    /** A school with its progress. */
    public record SchoolRow(Long schoolId, String school, Progress progress) {
        SchoolRow with(Progress done) {
            return new SchoolRow(schoolId, school, done);
        }
    }

    /**
     * How far the making of its tickets is.
     *
     * @param made    tickets that are there
     * @param planned of so many
     */
    public record Making(Long made, Long planned) {
        /** Of a hundred. */
        public long percent() {
            return planned == 0 ? 100 : made * 100 / planned;
        }
    }

    /** How much of a material. */
    public record Amount(String name, BigDecimal amount) {
    }

    /**
     * One wave.
     *
     * @param making   null if all its tickets are there
     * @param forecast null if nothing was ended lately, or nothing is left
     * @param material of all tickets that are not cancelled
     */
    public record View(Long id, Integer version, String no, String name, WaveState state, Long authorityId, String authority, String building, String floor,
            RoomKind roomKind, LocalDate startsOn, Instant createdAt, Making making, Progress progress, Forecast forecast, List<TradeRow> trades, List<SchoolRow> schools,
            List<Amount> material, Set<WaveAction> actions, List<HistoryEntry> timeline) {
        View with(Making underWay, Progress done, Forecast when, List<TradeRow> lines, List<SchoolRow> places, List<Amount> takes, Set<WaveAction> may, List<HistoryEntry> told) {
            return new View(id, version, no, name, state, authorityId, authority, building, floor, roomKind, startsOn, createdAt, underWay, done, when, lines, places, takes,
                    may, told);
        }
    }

    /**
     * What a plan would make.
     *
     * @param known false if the holidays up to its last day are not known
     * @param left  how many were left out, as such work runs there already
     */
    public record Look(int tickets, long schools, long rooms, LocalDate firstOn, LocalDate lastOn, boolean known, int left, List<LookTrade> trades,
            List<Amount> material) {
    }

    /** A trade that would be made; days are null if it would have no ticket. */
    public record LookTrade(String kind, String nameDe, String nameEn, int tickets, LocalDate firstOn, LocalDate lastOn) {
        /** Its name in a language. */
        public String name(String language) {
            return "en".equals(language) ? nameEn : nameDe;
        }
    }
}
