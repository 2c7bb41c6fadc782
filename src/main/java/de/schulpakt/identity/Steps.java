package de.schulpakt.identity;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.text.Sentence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Takes the steps of all lifecycles, always in the same order: find and lock, ask the guard for the permission that stands
 * in the table's row, apply, record. A use case names the action and does what follows from it. Budgets are locked after it.
 */
@ApplicationScoped
public class Steps {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;
    @Inject
    Duties duties;
    @Inject
    Actor actor;

    /**
     * A step that was taken and is not yet in the history.
     *
     * @param subject what it was taken on
     * @param change  from which state to which
     */
    public record Step<T extends Stateful<S, A>, S extends Enum<S>, A extends Enum<A>>(T subject, A action, Change<S> change,
            History history) {
        /** Records it. Every step that was begun is recorded once. */
        public void record(Said said) {
            Ref ref = subject.ref();
            boolean placed = ref.schoolId() != null || ref.authorityId() != null;
            history.record(placed ? ref : ref.ofSchool(subject.schoolId()).ofAuthority(subject.authorityId()), action, change, said);
        }
    }

    /**
     * Takes a step and records it.
     *
     * @param seen version that the asker saw
     * @param words what the asker typed, may be null
     * @return the subject, locked, in its new state
     * @throws NotFound  if there is no such subject, or the asker may not see it
     * @throws Forbidden if the asker sees it but may not do this
     * @throws Refused   {@code duty.apart} if the asker did what the table keeps apart from this
     * @throws Conflict  if it was changed after the asker saw it
     * @throws Refused   {@code state.not_allowed} if the table forbids it in this state
     */
    public <T extends Stateful<S, A>, S extends Enum<S>, A extends Enum<A>> T take(Class<T> type, long id, A action, Integer seen,
            String words) {
        Step<T, S, A> step = begin(type, id, action, seen);
        step.record(Said.words(words));
        return step.subject();
    }

    /** Takes a step about which more is said than what the asker typed, or which needs the state before; refuses as {@link #take}. */
    public <T extends Stateful<S, A>, S extends Enum<S>, A extends Enum<A>> Step<T, S, A> begin(Class<T> type, long id, A action,
            Integer seen) {
        return on(locked(type, id, action), action, seen);
    }

    /**
     * Find, lock and guard of a step whose action follows from what is found; {@link #on} takes it.
     *
     * @param action that or one that needs the same permission
     */
    public <T extends Stateful<S, A>, S extends Enum<S>, A extends Enum<A>> T locked(Class<T> type, long id, A action) {
        T subject = Find.locked(em, type, id);
        locked(subject, action);
        return subject;
    }

    private <T extends Stateful<S, A>, S extends Enum<S>, A extends Enum<A>> void locked(T subject, A action) {
        Permission permission = (Permission) subject.flow().permission(subject.state(), action);
        if (subject.authorityId() != null) {
            guard.requireAuthority(permission, subject.authorityId());
        } else {
            guard.require(permission, subject.schoolId());
        }
    }

    /** Takes the step on what {@link #locked} has found; refuses as {@link #take}. */
    public <T extends Stateful<S, A>, S extends Enum<S>, A extends Enum<A>> Step<T, S, A> on(T subject, A action, Integer seen) {
        duties.apart(subject.ref(), action, subject.flow().apart(action));
        return new Step<>(subject, action, applied(subject, action, seen), history);
    }

    /**
     * Subjects of a step that was taken on many.
     *
     * @param taken on which it was taken
     * @param left  on which it was not, each with the reason
     */
    public record Many<T>(List<T> taken, Map<T, Sentence> left) {
    }

    /**
     * Takes the same step on many subjects that are locked already, and records it: a line for each. What is refused for one leaves that
     * one as it is; what the table keeps apart for one person is asked of each.
     *
     * @param before what is said of one; refuses what the table does not know
     * @param apply  takes the step
     */
    public <T extends Stateful<S, A>, S extends Enum<S>, A extends Enum<A>> Many<T> each(Collection<T> subjects, A action, Function<T, Said> before,
            BiFunction<T, A, Change<S>> apply) {
        List<T> taken = new ArrayList<>();
        Map<T, Sentence> left = new LinkedHashMap<>();
        List<History.Line> lines = new ArrayList<>();
        Map<Long, A> did = did(subjects, action);
        for (T subject : subjects) {
            try {
                locked(subject, action);
                Ref ref = subject.ref();
                if (did.containsKey(ref.id())) {
                    throw new Refused("duty.apart", action, did.get(ref.id()), ref.no());
                }
                Said said = before.apply(subject);
                // for whom it is done is known of this one now, before the next is asked for
                Said whole = history.whole(said);
                lines.add(new History.Line(subject.ref(), apply.apply(subject, action), whole));
                taken.add(subject);
            } catch (Refused | Forbidden | NotFound refused) {
                left.put(subject, Sentence.of(refused.code(), refused.args().stream().map(v -> Sentence.keeps(v) ? v : String.valueOf(v)).toArray()));
            }
        }
        history.recordSteps(action, lines);
        return new Many<>(taken, left);
    }

    /** To which of the subjects the asker did what the table keeps apart from this action; a statement for each action that it keeps apart. */
    private <T extends Stateful<S, A>, S extends Enum<S>, A extends Enum<A>> Map<Long, A> did(Collection<T> subjects, A action) {
        Map<Long, A> did = new HashMap<>();
        if (subjects.isEmpty()) {
            return did;
        }
        T first = subjects.iterator().next();
        List<Long> ids = subjects.stream().map(s -> s.ref().id()).toList();
        for (A earlier : first.flow().apart(action)) {
            duties.own(first.ref().type(), ids, earlier).forEach(id -> did.put(id, earlier));
        }
        return did;
    }

    /** Who clicks twice has not been overtaken by somebody else. */
    private <S extends Enum<S>, A extends Enum<A>> Change<S> applied(Stateful<S, A> subject, A action, Integer seen) {
        try {
            return subject.apply(action, seen);
        } catch (Conflict conflict) {
            throw history.lastBy(subject.ref(), actor.id()) ? Conflict.own(subject.ref()) : conflict;
        }
    }
}
