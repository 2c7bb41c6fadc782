package de.schulpakt.platform.step;

import de.schulpakt.platform.Ref;

/**
 * A subject with a lifecycle, as an entity shows it to whoever takes a step on it. It belongs to a school, or to an
 * authority as a whole; one of both is not null, unless only who acts everywhere may act on it.
 *
 * @param <S> states
 * @param <A> actions
 */
public interface Stateful<S extends Enum<S>, A extends Enum<A>> {
    /** Names it in the history and in refusals. */
    Ref ref();

    /** The school it belongs to, null if it belongs to no single one. */
    default Long schoolId() {
        return null;
    }

    /** The authority it belongs to as a whole; then the permission for that authority counts. Null for what a school has. */
    default Long authorityId() {
        return null;
    }

    /** The state it is in. */
    S state();

    /** The table of its lifecycle. */
    Transitions<S, A> flow();

    /**
     * Takes a step that somebody asked for who saw that version. The only place that writes the state.
     *
     * @throws de.schulpakt.platform.Conflict if it was changed meanwhile
     * @throws de.schulpakt.platform.Refused  {@code state.not_allowed} if the table has no such row
     */
    Change<S> apply(A action, Integer seen);
}
