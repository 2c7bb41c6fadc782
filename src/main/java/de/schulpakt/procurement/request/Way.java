package de.schulpakt.procurement.request;

/** The way of a request from the wish to the lesson, in the words of every page that shows it. */
public enum Way {
    /** The school has handed it in. */
    ASKED,
    /** The money is reserved. */
    APPROVED,
    /** All that is wanted is ordered. */
    ORDERED,
    /** All that was ordered has come. */
    DELIVERED,
    /** Every device stands in its room. */
    INSTALLED,
    /** Every device is in service. */
    READY;

    /**
     * The part of the way that comes next; null when all of it is gone, or it ended before.
     *
     * @param devices   devices that have come
     * @param placed    of these, what stands in a room
     * @param inService of these, what is or was in service
     */
    public static Way next(RequestState state, long devices, long placed, long inService) {
        return switch (state) {
            case DRAFT -> ASKED;
            case SUBMITTED, QUERIED, AWAITING_SECOND -> APPROVED;
            case APPROVED -> ORDERED;
            case ORDERED -> DELIVERED;
            case DELIVERED -> inService >= devices ? null : placed < devices ? INSTALLED : READY;
            case REJECTED, WITHDRAWN, CANCELLED -> null;
        };
    }
}
