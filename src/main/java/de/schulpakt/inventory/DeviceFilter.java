package de.schulpakt.inventory;

/**
 * What a list of devices asks for; null means any.
 *
 * @param text      begin of a serial or inventory number, or a part of maker, model or school
 * @param budget    devices paid from this budget
 * @param orderLine devices delivered with this line of an order
 */
public record DeviceFilter(String text, Long school, DeviceState state, Long room, ModelKind kind, Long budget,
        Long orderLine) {
    /** No limits. */
    public static final DeviceFilter ALL = new DeviceFilter(null, null, null, null, null, null, null);
}
