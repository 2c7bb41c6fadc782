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
    private static final int AT_ONCE = 100;
    private static final int LOADED = 1000;

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

    /** Finds an authority or throws {@link de.schulpakt.platform.NotFound}. */
    public void requireAuthority(Long id) {
        Find.one(em, Authority.class, id);
    }

    /** Stores new and changed schools in batches; the consumer hears how many are stored. */
    public void store(List<Taken> all, IntConsumer progress) {
        Map<Long, School> stored = load(all.stream().map(Taken::id).filter(Objects::nonNull).toList());
        Map<Ref, String> notes = new LinkedHashMap<>();
        int done = 0;
        for (Taken one : all) {
            School school = one.id() == null ? new School(one.authorityId(), one.stateCode(), one.officialNo(), one.facts())
                    : stored.get(one.id());
            if (one.id() == null) {
                em.persist(school);
            } else {
                school.imported(one.facts(), one.authorityId());
            }
            notes.put(school.ref(), one.note());
            if (++done % AT_ONCE == 0) {
                em.flush();
                progress.accept(done);
            }
        }
        em.flush();
        history.recordAll(SchoolAction.IMPORT, notes);
    }

    private Map<Long, School> load(List<Long> ids) {
        Map<Long, School> stored = new HashMap<>();
        for (int from = 0; from < ids.size(); from += LOADED) {
            em.createQuery("select s from School s where s.id in :ids", School.class)
                    .setParameter("ids", ids.subList(from, Math.min(from + LOADED, ids.size()))).getResultList()
                    .forEach(s -> stored.put(s.id(), s));
        }
        return stored;
    }
}
