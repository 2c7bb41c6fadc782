package de.schulpakt.platform.history;

import de.schulpakt.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.LongStream;

/** Numbers that people use, such as B-2026-0042: counted per prefix and year, without gaps. */
@ApplicationScoped
public class Numbers {
    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /**
     * The next number of a prefix in the current year. The counter's row stays locked until the transaction ends, so take
     * numbers before budgets are locked.
     */
    public String next(String prefix) {
        return next(prefix, 1).get(0);
    }

    /** The next so many numbers, in one step of the counter. */
    public List<String> next(String prefix, int count) {
        int year = clock.today().getYear();
        em.createNativeQuery("insert into counter (name, year, value) values (?1, ?2, last_insert_id(?3))"
                        + " on duplicate key update value = last_insert_id(value + ?3)")
                .setParameter(1, prefix).setParameter(2, year).setParameter(3, count).executeUpdate();
        long last = ((Number) em.createNativeQuery("select last_insert_id()").getSingleResult()).longValue();
        return LongStream.rangeClosed(last - count + 1, last).mapToObj(value -> String.format("%s-%d-%04d", prefix, year, value)).toList();
    }
}
