package de.schulpakt.school.place;

import de.schulpakt.platform.Find;
import de.schulpakt.platform.History;
import de.schulpakt.platform.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;

/**
 * The schools as the register knows them, for its import: all of some states at once, and many stored at once. An inner
 * door: the import asks the guard, and its transaction is the one that is used here.
 */
@ApplicationScoped
public class SchoolRegister {
    private static final int AT_ONCE = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    History history;

    /** A school that is stored. */
    public record Stored(Long id, Long authorityId, String stateCode, String officialNo, SchoolFacts facts) {
    }

    /**
     * What becomes of a school.
     *
     * @param id          the stored school, null for a new one
     * @param authorityId the authority that it gets if it has none
     * @param note        what the history says, or null
     */
    public record Taken(Long id, Long authorityId, String stateCode, String officialNo, SchoolFacts facts, String note) {
    }

    /** The stored schools of some states, in one statement. */
    public List<Stored> of(Collection<String> states) {
        if (states.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select s.id, s.authorityId, s.stateCode, s.officialNo, s.name, s.type, s.street, s.postcode, s.city,"
                        + " s.latitude, s.longitude, s.phone, s.pupils from School s where s.stateCode in :states", Object[].class)
                .setParameter("states", states).getResultList().stream()
                .map(c -> new Stored((Long) c[0], (Long) c[1], (String) c[2], (String) c[3], new SchoolFacts((String) c[4],
                        (SchoolType) c[5], (String) c[6], (String) c[7], (String) c[8], (BigDecimal) c[9], (BigDecimal) c[10],
                        (String) c[11], (Integer) c[12]))).toList();
    }

    /** Is another value when any school may have changed. */
    public Object stamp() {
        Object[] now = em.createQuery("select count(s.id), sum(s.version), max(s.id) from School s", Object[].class).getSingleResult();
        return java.util.Arrays.asList(now);
    }

    /** Finds an authority or throws {@link de.schulpakt.platform.NotFound}. */
    public void requireAuthority(Long id) {
        Find.one(em, Authority.class, id);
    }

    /**
     * Stores new and changed schools in batches; the consumer hears how many are stored. What was read before is let go after
     * each batch: the entity manager looks at all it holds at every flush, which would grow with the square of the rows.
     */
    public void store(List<Taken> all, IntConsumer progress) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Taken> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            Map<Long, School> stored = load(some.stream().map(Taken::id).filter(Objects::nonNull).toList());
            Map<Ref, String> notes = new LinkedHashMap<>();
            for (Taken one : some) {
                School school = one.id() == null ? new School(one.authorityId(), one.stateCode(), one.officialNo(), one.facts())
                        : stored.get(one.id());
                if (one.id() == null) {
                    em.persist(school);
                } else {
                    school.imported(one.officialNo(), one.facts(), one.authorityId());
                }
                notes.put(school.ref(), one.note());
            }
            em.flush();
            em.clear();
            history.recordAll(SchoolAction.IMPORT, notes);
            progress.accept(from + some.size());
        }
    }

    private Map<Long, School> load(List<Long> ids) {
        Map<Long, School> stored = new HashMap<>();
        if (!ids.isEmpty()) {
            em.createQuery("select s from School s where s.id in :ids", School.class).setParameter("ids", ids).getResultList()
                    .forEach(s -> stored.put(s.id(), s));
        }
        return stored;
    }
}
