package de.schulpakt.install.wave;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a wave has planned, a statement for each 200 rows. */
@ApplicationScoped
class WaveRows {
    private static final int AT_ONCE = 200;

    @PersistenceContext
    EntityManager em;

    /** What a wave has planned, in the order of the plan; tickets come later. */
    void planned(Long wave, List<WavePlan.Item> items, List<Long> trades) {
        insert("wave_ticket (wave_id, trade_id, school_id, building_id, room_id, planned_on)", items.stream()
                .map(item -> Arrays.<Object>asList(wave, trades.get(item.trade()), item.schoolId(), item.buildingId(), item.roomId(), item.plannedOn())).toList());
    }

    /** The tickets that were made, by the ids of what was planned. */
    void made(List<Long> planned, List<Long> tickets) {
        Map<Long, Object> made = new LinkedHashMap<>();
        for (int i = 0; i < planned.size(); i++) {
            made.put(planned.get(i), tickets.get(i));
        }
        set("ticket_id", made);
    }

    /** How much a wave has planned. */
    long count(Long wave) {
        return ((Number) em.createQuery("select count(w) from WaveTicket w where w.waveId = :wave").setParameter("wave", wave).getSingleResult()).longValue();
    }

    /** What has no ticket gets none. */
    void drop(Long wave) {
        run("delete from wave_need where ticket_id in (select id from wave_ticket where wave_id = ? and ticket_id is null)", List.of(wave));
        run("delete from wave_ticket where wave_id = ? and ticket_id is null", List.of(wave));
    }

    /** What each waits for: pairs of ids of tickets of the wave. */
    void needs(List<Waves.Need> pairs) {
        insert("wave_need (ticket_id, needs_id)", pairs.stream().map(pair -> Arrays.<Object>asList(pair.ticketId(), pair.needsId())).toList());
    }

    /** A part of a ticket is planned as the whole, unless the wave was cancelled: for the same trade and day, in its own room. Of no wave, it is of none. */
    void part(Long whole, Long part, Long room) {
        run("insert into wave_ticket (wave_id, trade_id, ticket_id, school_id, building_id, room_id, planned_on, waiver)"
                + " select w.wave_id, w.trade_id, ?, w.school_id, coalesce(r.building_id, w.building_id), coalesce(r.id, w.room_id), w.planned_on, w.waiver"
                + " from wave_ticket w join wave v on v.id = w.wave_id left join room r on r.id = ? where w.ticket_id = ? and v.state <> 'CANCELLED'",
                Arrays.asList(part, room, whole));
        run("insert into wave_need (ticket_id, needs_id) select p.id, n.needs_id from wave_need n join wave_ticket w on w.id = n.ticket_id"
                + " join wave_ticket p on p.ticket_id = ? where w.ticket_id = ?", List.of(part, whole));
        run("insert into wave_need (ticket_id, needs_id) select n.ticket_id, p.id from wave_need n join wave_ticket w on w.id = n.needs_id"
                + " join wave_ticket p on p.ticket_id = ? where w.ticket_id = ?", List.of(part, whole));
    }

    /** Other days, by the ids of tickets of the wave. */
    void plan(Map<Long, LocalDate> days) {
        set("planned_on", days);
    }

    private void set(String column, Map<Long, ?> values) {
        List<Map.Entry<Long, ?>> all = new ArrayList<>(values.entrySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Map.Entry<Long, ?>> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            List<Object> filled = new ArrayList<>();
            some.forEach(one -> Collections.addAll(filled, one.getKey(), one.getValue()));
            some.forEach(one -> filled.add(one.getKey()));
            run("update wave_ticket set " + column + " = case id" + " when ? then ?".repeat(some.size()) + " end where id in ("
                    + String.join(", ", Collections.nCopies(some.size(), "?")) + ")", filled);
        }
    }

    private void insert(String into, List<List<Object>> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<List<Object>> some = rows.subList(from, Math.min(from + AT_ONCE, rows.size()));
            List<Object> values = new ArrayList<>();
            some.forEach(values::addAll);
            String places = "(" + String.join(", ", Collections.nCopies(some.get(0).size(), "?")) + ")";
            run("insert into " + into + " values " + String.join(", ", Collections.nCopies(some.size(), places)), values);
        }
    }

    private void run(String sql, List<Object> values) {
        em.flush();
        try (PreparedStatement statement = em.unwrap(Connection.class).prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
