package de.schulpakt.inventory.booking;

/** What happens to bookings, pool and sets; named in the history. */
public enum BookingAction {
    /** Kept for some days. */
    BOOK,
    /** The devices go out. */
    HAND_OUT,
    /** They had gone out by mistake: they are back, and kept again. */
    PUT_BACK,
    /** Not wanted any longer. */
    CANCEL,
    /** Wanted after all. */
    REOPEN,
    /** Kept for other days. */
    RESCHEDULE,
    /** What was known of the person is erased. */
    ERASE,
    /** A set is made. */
    MAKE_SET,
    /** A set is called otherwise. */
    RENAME_SET,
    /** A set is no more; its devices are for lending alone. */
    DISSOLVE_SET,
    /** Devices join the pool, or a set of it. */
    JOIN,
    /** Devices leave the pool. */
    LEAVE
}
