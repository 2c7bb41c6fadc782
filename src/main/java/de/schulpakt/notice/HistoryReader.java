package de.schulpakt.notice;

import de.schulpakt.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How far readers of the history are who pass on what has happened. A line that is stored late, because its transaction took
 * long, has a smaller id than others that are read already; so lines of the last minutes are read again and again, and whoever
 * reads keeps by the line's id what was passed on. An inner door of running transactions.
 */
@ApplicationScoped
public class HistoryReader {
    /** No transaction takes longer. */
    private static final Duration LATE = Duration.ofMinutes(15);

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** Lines with a greater id are to be looked at; a reader who is new begins with what comes. */
    public long begin(String reader) {
        em.createNativeQuery("insert ignore into history_reader (name, upto) select ?1, coalesce(max(h.id), 0) from history h").setParameter(1, reader).executeUpdate();
        return ((Number) em.createNativeQuery("select upto from history_reader where name = ?1").setParameter(1, reader).getSingleResult()).longValue();
    }

    /** All that was there when the reader began has been passed on: what is old enough needs no second look. */
    public void done(String reader, long begun) {
        List<?> old = em.createNativeQuery("select h.id from history h where h.id > ?1 and h.at < ?2 order by h.id desc limit 1").setParameter(1, begun)
                .setParameter(2, LocalDateTime.ofInstant(clock.now().minus(LATE), ZoneOffset.UTC)).getResultList();
        if (!old.isEmpty()) {
            em.createNativeQuery("update history_reader set upto = ?2 where name = ?1").setParameter(1, reader).setParameter(2, old.get(0)).executeUpdate();
        }
    }
}
