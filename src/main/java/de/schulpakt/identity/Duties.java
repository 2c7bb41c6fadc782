package de.schulpakt.identity;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.step.Transitions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Separation of duties: what one person may not both do to one subject. What is always kept apart stands in the table of the
 * lifecycle ({@code Transitions.apart}) and is asked by {@link Steps}; what is kept apart under a condition, such as a price
 * that differs, is asked by its use case. The history of the subject says who did what.
 */
@ApplicationScoped
public class Duties {
    @Inject
    History history;
    @Inject
    Actor actor;

    /**
     * Refuses the later action to whoever did one of the earlier ones to the subject.
     *
     * @throws Refused {@code duty.apart} naming the later action, the earlier one and the subject
     */
    public <A extends Enum<A>> void apart(Ref ref, Enum<?> later, Collection<A> earlier) {
        apart(ref, ref.no(), later, earlier);
    }

    /** The same for a subject without a number; the name may be a sentence. */
    public <A extends Enum<A>> void apart(Ref ref, Object named, Enum<?> later, Collection<A> earlier) {
        if (!earlier.isEmpty()) {
            history.did(ref, earlier, actor.id()).ifPresent(did -> {
                throw new Refused("duty.apart", later, did, named);
            });
        }
    }

    /**
     * What the asker would be refused of what is offered, each with what the asker did to the subject: a page says so instead of
     * showing the button. One statement where the table keeps something of it apart, else none.
     *
     * @param actions what the asker has the permission for; what would be refused is taken out of it
     */
    public <S extends Enum<S>, A extends Enum<A>> Map<A, A> withhold(Ref ref, Transitions<S, A> flow, Set<A> actions) {
        Set<A> earlier = new HashSet<>();
        actions.forEach(a -> earlier.addAll(flow.apart(a)));
        Set<A> done = earlier.isEmpty() ? Set.of() : history.done(ref, earlier, actor.id());
        if (done.isEmpty()) {
            return Map.of();
        }
        Map<A, A> apart = new EnumMap<>(done.iterator().next().getDeclaringClass());
        for (A action : List.copyOf(actions)) {
            flow.apart(action).stream().filter(done::contains).findFirst().ifPresent(did -> apart.put(action, did));
        }
        actions.removeAll(apart.keySet());
        return apart;
    }

    /** Those of several subjects of one type to which the asker did this: what is kept apart from it is not offered for them. */
    public Set<Long> own(String subjectType, Collection<Long> subjectIds, Enum<?> did) {
        return history.of(subjectType, subjectIds, did, actor.id());
    }

    /** Those of several subjects of one type to which the asker was the last to do this; see {@link #apartFromLast}. */
    public Set<Long> lastOwn(String subjectType, Collection<Long> subjectIds, Enum<?> did) {
        return history.lastOf(subjectType, subjectIds, did, actor.id());
    }

    /** True if the asker was the last to do this to the subject: {@link #apartFromLast} would refuse, and a page says so. */
    public boolean didLast(Ref ref, Enum<?> did) {
        return actor.id() != null && actor.id().equals(history.lastActor(ref, did));
    }

    /**
     * Refuses the later action to whoever did the earlier one last: it can be done again and again, and only the last counts.
     *
     * @throws Refused {@code duty.apart} as {@link #apart}
     */
    public void apartFromLast(Ref ref, Object named, Enum<?> later, Enum<?> earlier) {
        if (didLast(ref, earlier)) {
            throw new Refused("duty.apart", later, earlier, named);
        }
    }

    /**
     * Refuses a price to whoever did one of these actions to the subject: a second person is to look at it.
     *
     * @param what      the article
     * @param agreed    gross unit price that was agreed
     * @param differing gross unit price that is now asked for
     * @throws Refused {@code duty.price} naming the earlier action, the article and both prices
     */
    public <A extends Enum<A>> void secondForPrice(Ref ref, Collection<A> earlier, String what, Object agreed, Object differing) {
        history.did(ref, earlier, actor.id()).ifPresent(did -> {
            throw new Refused("duty.price", did, ref.no(), what, agreed, differing);
        });
    }
}
