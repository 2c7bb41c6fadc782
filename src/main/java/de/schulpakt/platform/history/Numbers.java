package de.schulpakt.platform.history;

import de.schulpakt.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

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
        int year = clock.today().getYear();
        em.createNativeQuery("insert into counter (name, year, value) values (?1, ?2, last_insert_id(1))"
                        + " on duplicate key update value = last_insert_id(value + 1)")
                .setParameter(1, prefix).setParameter(2, year).executeUpdate();
        long value = ((Number) em.createNativeQuery("select last_insert_id()").getSingleResult()).longValue();
        return String.format("%s-%d-%04d", prefix, year, value);
    }
}
