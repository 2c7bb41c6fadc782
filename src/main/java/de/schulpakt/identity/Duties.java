package de.schulpakt.identity;

import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.history.History;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;

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
        if (!earlier.isEmpty()) {
            history.did(ref, earlier, actor.id()).ifPresent(did -> {
                throw new Refused("duty.apart", later, did, ref.no());
            });
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
