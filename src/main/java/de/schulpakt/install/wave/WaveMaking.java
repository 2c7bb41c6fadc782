package de.schulpakt.install.wave;

import de.schulpakt.install.kind.Kind;
import de.schulpakt.install.kind.KnownKinds;
import de.schulpakt.install.ticket.TicketBatches;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.News;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the tickets that a wave has planned, so many in a transaction; what was made stays made, whatever happens to the server. */
@UseCases
public class WaveMaking {
    /** Tickets in a transaction of the job. */
    private static final int AT_ONCE = 200;
    /** Longest title of a ticket. */
    private static final int TITLE = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    History history;
    @Inject
    News news;
    @Inject
    KnownKinds kinds;
    @Inject
    TicketBatches batches;
    @Inject
    WaveRows rows;

    /** A row that has no ticket yet. */
    record Planned(Long id, String kind, Long schoolId, Long roomId, String building, String room, LocalDate plannedOn) {
        String place() {
            return roomId == null ? building : room;
        }
    }

    /** The wave of which tickets are to be made next; empty if there is none. */
    @Unguarded("Called by the job; who planned the wave has passed the guard.")
    public Optional<Next> next() {
        return Ask.of(em, Next.class, """
                select v.id as id, v.no as no, (select count(w) from WaveTicket w where w.waveId = v.id and w.ticketId is not null) as made,
                    (select count(w) from WaveTicket w where w.waveId = v.id) as planned
                from Wave v where v.state = :preparing order by v.id""").set("preparing", WaveState.PREPARING).list(1).stream().findFirst();
    }

    /**
     * Makes the next of its tickets. With the last of them the wave runs.
     *
     * @return how many were made; 0 if it was cancelled meanwhile, or all are there
     */
    @Unguarded("Called by the job; who planned the wave has passed the guard.")
    public int some(long id) {
        Wave wave = em.find(Wave.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (wave == null || wave.state() != WaveState.PREPARING) {
            return 0;
        }
        int made = make(wave, AT_ONCE);
        if (made < AT_ONCE) {
            Said said = Said.that("said.wave_ready", rows.count(id));
            history.record(wave.ref(), WaveAction.READY, wave.ready(), said);
            news.tellAuthority(wave.authorityId(), "message.wave_made", wave.ref());
        }
        return made;
    }

    /** Inner door of the plan: makes tickets inside its transaction. */
    @Transactional(value = TxType.MANDATORY, rollbackOn = Exception.class)
    @Unguarded("Inner door: the plan has asked the guard.")
    int make(Wave wave, int most) {
        List<Planned> some = Ask.of(em, Planned.class, """
                select w.id as id, d.kindCode as kind, w.schoolId as schoolId, w.roomId as roomId, b.name as building, r.name as room, w.plannedOn as plannedOn
                from WaveTicket w join WaveTrade d on d.id = w.tradeId join Building b on b.id = w.buildingId left join Room r on r.id = w.roomId
                where w.waveId = :wave and w.ticketId is null order by w.id""").set("wave", wave.id()).list(most);
        Map<String, Kind> known = new HashMap<>();
        some.forEach(one -> known.computeIfAbsent(one.kind(), code -> kinds.latest(code).orElseThrow()));
        rows.made(some.stream().map(Planned::id).toList(), batches.open(some.stream().map(one -> ticket(known.get(one.kind()), one)).toList(),
                Said.that("said.wave", wave.no())));
        return some.size();
    }

    private static TicketBatches.New ticket(Kind kind, Planned one) {
        String title = kind.nameDe() + " · " + one.place();
        return new TicketBatches.New(kind, one.schoolId(), one.roomId(), title.length() > TITLE ? title.substring(0, TITLE) : title, one.plannedOn());
    }

    /**
     * A wave of which tickets are to be made.
     *
     * @param made    how many are there
     * @param planned of so many
     */
    public record Next(Long id, String no, Long made, Long planned) {
    }
}
