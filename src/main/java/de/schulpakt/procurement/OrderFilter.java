package de.schulpakt.procurement;

/**
 * What a list of orders asks for; null asks for all.
 *
 * @param open true: only orders of which something is awaited
 * @param text part of the order's number, the supplier's name or the number of a request in it
 */
public record OrderFilter(OrderState state, Boolean open, Long supplierId, Long schoolId, String text) {
    /** Everything. */
    public static OrderFilter all() {
        return new OrderFilter(null, null, null, null, null);
    }
}
