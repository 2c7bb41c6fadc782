package de.schulpakt.platform.history;

import com.fasterxml.jackson.databind.node.TextNode;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Visible;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.text.SentenceJson;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who did what to which subject, when, and what was said; the timeline on every page. Append-only. */
@ApplicationScoped
public class History {
    private static final int AT_ONCE = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Actor actor;

    /** Records a step of a lifecycle in the running transaction. */
    public void record(Ref ref, Enum<?> action, Change<?> change, Said said) {
        em.persist(new HistoryRow(ref, Texts.key(action), change, whole(said), actor, clock.now()));
    }

    /** With for whom a deputy does it, as the guard has answered last. */
    public Said whole(Said said) {
        return actor.onBehalfOf() == null ? said : said.and("said.for", actor.onBehalfOf());
    }

    /** Records something that changed no state. */
    public void record(Ref ref, Enum<?> action, Said said) {
        record(ref, action, null, said);
    }

    /** Records something that changed no state and needs no words. */
    public void record(Ref ref, Enum<?> action) {
        record(ref, action, null, Said.NOTHING);
    }

    /** True if this person did the last thing that was done to the subject. */
    public boolean lastBy(Ref ref, Long actorId) {
        List<Long> last = em.createQuery("""
                        select h.actorId from HistoryRow h where h.subjectType = :type and h.subjectId = :id
                        order by h.id desc""", Long.class)
                .setParameter("type", ref.type()).setParameter("id", ref.id()).setMaxResults(1).getResultList();
        return !last.isEmpty() && actorId != null && actorId.equals(last.get(0));
    }

    /** The first of these actions that this person did to the subject; empty if none. */
    public <A extends Enum<A>> Optional<A> did(Ref ref, Collection<A> actions, Long actorId) {
        Set<A> done = done(ref, actions, actorId);
        return actions.stream().filter(done::contains).findFirst();
    }

    /** Who did this to the subject last, null if nobody or the program itself. */
    public Long lastActor(Ref ref, Enum<?> action) {
        return em.createQuery("""
                        select h.actorId from HistoryRow h where h.subjectType = :type and h.subjectId = :id and h.action = :action
                        order by h.id desc""", Long.class).setParameter("type", ref.type()).setParameter("id", ref.id())
                .setParameter("action", Texts.key(action)).setMaxResults(1).getResultList().stream().filter(Objects::nonNull).findFirst()
                .orElse(null);
    }

    /** Which of these actions this person did to the subject. */
    public <A extends Enum<A>> Set<A> done(Ref ref, Collection<A> actions, Long actorId) {
        Set<String> done = Set.copyOf(em.createQuery("""
                        select distinct h.action from HistoryRow h where h.subjectType = :type and h.subjectId = :id
                        and h.actorId = :actor""", String.class)
                .setParameter("type", ref.type()).setParameter("id", ref.id()).setParameter("actor", actorId).getResultList());
        return actions.stream().filter(a -> done.contains(Texts.key(a))).collect(Collectors.toSet());
    }

    /** Those of several subjects of one type to which this person did this. */
    public Set<Long> of(String subjectType, Collection<Long> subjectIds, Enum<?> did, Long actorId) {
        return subjectIds.isEmpty() ? Set.of() : Set.copyOf(em.createQuery("""
                        select distinct h.subjectId from HistoryRow h where h.subjectType = :type and h.subjectId in :ids
                        and h.action = :action and h.actorId = :actor""", Long.class)
                .setParameter("type", subjectType).setParameter("ids", subjectIds).setParameter("action", Texts.key(did))
                .setParameter("actor", actorId).getResultList());
    }

    /** To which of several subjects of one type this person was the last to do this. */
    public Set<Long> lastOf(String subjectType, Collection<Long> subjectIds, Enum<?> did, Long actorId) {
        return subjectIds.isEmpty() ? Set.of() : Set.copyOf(em.createQuery("""
                        select h.subjectId from HistoryRow h where h.actorId = :actor and h.id in (select max(o.id) from HistoryRow o
                        where o.subjectType = :type and o.subjectId in :ids and o.action = :action group by o.subjectId)""", Long.class)
                .setParameter("type", subjectType).setParameter("ids", subjectIds).setParameter("action", Texts.key(did))
                .setParameter("actor", actorId).getResultList());
    }

    /** The timeline of a subject, newest first, at most 200 lines. The caller has asked the guard for the subject. */
    public List<HistoryEntry> of(String subjectType, long subjectId) {
        return lines("h.subjectId = :id").setParameter("type", subjectType).setParameter("id", subjectId).getResultList();
    }

    /** The timelines of several subjects of one type in one, newest first, at most 200 lines. */
    public List<HistoryEntry> ofAll(String subjectType, Collection<Long> subjectIds) {
        return subjectIds.isEmpty() ? List.of() : lines("h.subjectId in :ids").setParameter("type", subjectType)
                .setParameter("ids", subjectIds).getResultList();
    }

    /** The timelines of all subjects of one type of a school, those that are no more among them; newest first, at most 200 lines. */
    public List<HistoryEntry> ofSchool(String subjectType, long schoolId) {
        return lines("h.schoolId = :school").setParameter("type", subjectType).setParameter("school", schoolId).getResultList();
    }

    /**
     * The same for a subject that several places share: only the lines that belong to no place, and those of places that the
     * reader may know.
     */
    public List<HistoryEntry> of(String subjectType, long subjectId, Visible reader) {
        return lines("h.subjectId = :id and (:everywhere = true"
                + " or h.schoolId is null and h.authorityId is null or h.schoolId in :schools or h.authorityId in :authorities)")
                .setParameter("type", subjectType).setParameter("id", subjectId).setParameter("everywhere", reader.everywhere())
                .setParameter("schools", some(reader.schools())).setParameter("authorities", some(reader.authorities())).getResultList();
    }

    /** Puts a number for a name into all facts in which it stands; what people typed stays as it is. */
    public void rename(String name, String number) {
        em.createNativeQuery("update history set facts = replace(facts, ?1, ?2) where locate(?1, facts) > 0")
                .setParameter(1, TextNode.valueOf(name).toString()).setParameter(2, TextNode.valueOf(number).toString()).executeUpdate();
    }

    /** Takes the facts and words out of the lines of these actions of a subject that are older than that: that it was done stays, and by whom. */
    public void forget(Ref ref, Instant before, Enum<?>... actions) {
        em.createQuery("""
                        update HistoryRow h set h.facts = null, h.note = null
                        where h.subjectType = :type and h.subjectId = :id and h.at < :before and h.action in :actions""")
                .setParameter("type", ref.type()).setParameter("id", ref.id()).setParameter("before", before)
                .setParameter("actions", Arrays.stream(actions).map(Texts::key).toList()).executeUpdate();
    }

    private TypedQuery<HistoryEntry> lines(String which) {
        return em.createQuery("select new de.schulpakt.platform.history.HistoryEntry(h.at, h.actorName, h.action, h.fromState,"
                + " h.toState, h.facts, h.note) from HistoryRow h where h.subjectType = :type and " + which + " order by h.id desc",
                HistoryEntry.class).setMaxResults(AT_ONCE);
    }

    private static Set<Long> some(Set<Long> ids) {
        return ids.isEmpty() ? Set.of(-1L) : ids;
    }

    /**
     * Records the same action on many subjects at once, in a statement per 200 of them: an import of thousands must not wait
     * for thousands of inserts.
     */
    public void recordAll(Enum<?> action, Map<Ref, Said> lines) {
        recordSteps(action, lines.entrySet().stream().map(line -> new Line(line.getKey(), null, whole(line.getValue()))).toList());
    }

    /**
     * A line of the history.
     *
     * @param change from which state to which, null if it changed none
     * @param said   with for whom it was done ({@link History#whole})
     */
    public record Line(Ref ref, Change<?> change, Said said) {
    }

    /** The same for steps of a lifecycle. */
    public void recordSteps(Enum<?> action, List<Line> all) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Line> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            // by the connection itself: a query of the entity manager compares each of its parameters with all before it
            try (PreparedStatement insert = em.unwrap(Connection.class).prepareStatement("insert into history (subject_type, subject_id,"
                    + " of_school, of_authority, action, from_state, to_state, facts, note, actor_id, actor_name, at) values "
                    + String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")))) {
                int parameter = 1;
                for (Line one : some) {
                    insert.setObject(parameter++, one.ref().type());
                    insert.setObject(parameter++, one.ref().id());
                    insert.setObject(parameter++, one.ref().schoolId());
                    insert.setObject(parameter++, one.ref().authorityId());
                    insert.setObject(parameter++, Texts.key(action));
                    insert.setObject(parameter++, one.change() == null ? null : Texts.key(one.change().from()));
                    insert.setObject(parameter++, one.change() == null ? null : Texts.key(one.change().to()));
                    insert.setObject(parameter++, SentenceJson.write(one.said().facts()));
                    insert.setObject(parameter++, one.said().words());
                    insert.setObject(parameter++, actor.id());
                    insert.setObject(parameter++, actor.name());
                    insert.setObject(parameter++, LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC));
                }
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new PersistenceException(e);
            }
        }
    }
}
