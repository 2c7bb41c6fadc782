package de.schulpakt.school.place;

import de.schulpakt.platform.Find;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The schools as the register knows them, for its import: all of some states at once, and many stored at once. An inner
 * door: the import asks the guard, and its transaction is the one that is used here.
 */
@ApplicationScoped
public class SchoolRegister {
    private static final int AT_ONCE = 1000;
    private static final int HUNDRED = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    History history;

    /** A school that is stored. */
    public record Stored(Long id, Long authorityId, String stateCode, String officialNo, SchoolFacts facts) {
    }

    /** Differs when schools have come, gone or changed. */
    private record Stamp(Long schools, Long versions, Long newest) {
    }

    /**
     * What becomes of a school.
     *
     * @param id          the stored school, null for a new one
     * @param authorityId the authority that it gets if it has none
     * @param said        what the history says
     */
    public record Taken(Long id, Long authorityId, String stateCode, String officialNo, SchoolFacts facts, Said said) {
    }

    /** The stored schools of some states, in one statement; other places are none of the register. */
    public List<Stored> of(Collection<String> states) {
        if (states.isEmpty()) {
            return List.of();
        }
        return Ask.of(em, Stored.class, """
                select s.id as id, s.authorityId as authorityId, s.stateCode as stateCode, s.officialNo as officialNo,
                    s.name as facts_name, s.type as facts_type, s.street as facts_street, s.postcode as facts_postcode,
                    s.city as facts_city, s.latitude as facts_latitude, s.longitude as facts_longitude, s.phone as facts_phone,
                    s.pupils as facts_pupils
                from School s where s.stateCode in :states and s.isSchool = true""").set("states", states).list();
    }

    /** Is another value when any school may have changed. */
    public Object stamp() {
        return Ask.of(em, Stamp.class, "select count(s.id) as schools, sum(s.version) as versions, max(s.id) as newest from School s").one();
    }

    /** Finds an authority or throws {@link de.schulpakt.platform.NotFound}. */
    public void requireAuthority(Long id) {
        Find.one(em, Authority.class, id);
    }

    /**
     * Stores new and changed schools in batches; the consumer hears how many are stored. New ones are written by one statement
     * of many rows each, because a statement per school takes most of the time of an import. What was read is let go after
     * each batch: the entity manager looks at all it holds at every flush, which would grow with the square of the rows.
     */
    public void store(List<Taken> all, IntConsumer progress) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Taken> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            Map<Ref, Said> lines = new LinkedHashMap<>();
            insert(some.stream().filter(t -> t.id() == null).toList(), lines);
            List<Taken> changed = some.stream().filter(t -> t.id() != null).toList();
            Map<Long, School> stored = load(changed.stream().map(Taken::id).toList());
            for (Taken one : changed) {
                School school = stored.get(one.id());
                school.imported(one.officialNo(), one.facts(), one.authorityId());
                lines.put(school.ref(), one.said());
            }
            if (!changed.isEmpty()) {
                em.flush();
                em.clear();
            }
            history.recordAll(SchoolAction.IMPORT, lines);
            progress.accept(from + some.size());
        }
    }

    private void insert(List<Taken> fresh, Map<Ref, Said> lines) {
        if (fresh.isEmpty()) {
            return;
        }
        Iterator<Long> ids = ids(fresh.size()).iterator();
        // by the connection itself: a query of the entity manager compares each of its parameters with all before it
        try (PreparedStatement insert = em.unwrap(Connection.class).prepareStatement("insert into school (id, authority_id, state_code,"
                + " official_no, name, type, street, postcode, city, latitude, longitude, phone, pupils, version) values "
                + String.join(", ", Collections.nCopies(fresh.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)")))) {
            int parameter = 1;
            for (Taken one : fresh) {
                Long id = ids.next();
                SchoolFacts facts = one.facts();
                for (Object value : Arrays.asList(id, one.authorityId(), one.stateCode(), one.officialNo(), facts.name(), facts.type().name(),
                        facts.street(), facts.postcode(), facts.city(), facts.latitude(), facts.longitude(), facts.phone(), facts.pupils())) {
                    insert.setObject(parameter++, value);
                }
                lines.put(new Ref("School", id, one.officialNo(), id, one.authorityId()), one.said());
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /** Ids in hundreds, as the entity manager takes them: a value of the sequence is the last of its hundred. */
    private List<Long> ids(int count) {
        List<Long> ids = new ArrayList<>();
        List<?> lasts = em.createNativeQuery("select next value for school_seq from seq_1_to_" + (count + HUNDRED - 1) / HUNDRED).getResultList();
        for (Object last : lasts) {
            long end = ((Number) last).longValue();
            for (long id = end - HUNDRED + 1; id <= end; id++) {
                ids.add(id);
            }
        }
        return ids;
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
