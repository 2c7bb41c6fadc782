package de.schulpakt.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

/** Finds one entity or says that there is none. */
public final class Find {
    private Find() {
    }

    /**
     * The entity with this id.
     *
     * @throws NotFound if there is none
     */
    public static <T> T one(EntityManager em, Class<T> type, Long id) {
        T found = id == null ? null : em.find(type, id);
        if (found == null) {
            throw new NotFound(type.getSimpleName(), id);
        }
        return found;
    }

    /**
     * The entity with this id, its row locked until the transaction ends: the way to begin a use case that changes state,
     * so that of two people at once the second waits and then sees what the first has done.
     *
     * @throws NotFound if there is none
     */
    public static <T> T locked(EntityManager em, Class<T> type, Long id) {
        T found = id == null ? null : em.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null) {
            throw new NotFound(type.getSimpleName(), id);
        }
        return found;
    }
}
