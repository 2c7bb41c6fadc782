package de.schulpakt.procurement.receipt;

import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Refused;
import de.schulpakt.procurement.order.OrderLines;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What came of one order line, read and checked: its pieces and their serials.
 *
 * @param item name of the article, for people
 */
record Arrival(OrderLines.Line line, String item, Long modelId, int pieces, List<String> serials) {

    /**
     * Reads what was scanned: blanks at the ends and empty lines do not count.
     *
     * @throws Refused {@code delivery.too_many} for more than is awaited, {@code delivery.serial_twice} for a serial that was
     *                 scanned twice, {@code delivery.serial_missing} for a number without serials of something that has some,
     *                 {@code delivery.service} for serials of a service
     */
    static Arrival of(Receipts.Came received, OrderLines.Line line, String item, Long modelId, ModelKind kind) {
        List<String> serials = serials(received.serials());
        if (kind == ModelKind.SERVICE && !serials.isEmpty()) {
            throw new Refused("delivery.service", item);
        }
        boolean counted = !kind.serialised() && serials.isEmpty();
        int pieces = counted ? received.quantity() == null ? 0 : received.quantity() : serials.size();
        if (!counted && received.quantity() != null && received.quantity() > serials.size()) {
            throw new Refused("delivery.serial_missing", item, received.quantity(), serials.size());
        }
        if (pieces > line.awaited()) {
            throw new Refused("delivery.too_many", item, line.awaited(), pieces);
        }
        return new Arrival(line, item, modelId, pieces, serials);
    }

    /** The same without those of its serials. */
    Arrival without(Set<String> taken) {
        return taken.isEmpty() ? this : new Arrival(line, item, modelId, pieces - taken.size(), serials.stream().filter(s -> !taken.contains(s)).toList());
    }

    /** What was scanned, without blanks at the ends, without characters that nobody sees, and without empty lines. */
    static List<String> serials(List<String> scanned) {
        return scanned.stream().map(s -> s == null ? "" : s.replaceAll("\\p{Cf}", "").strip()).filter(s -> !s.isEmpty()).toList();
    }

    /** Refuses {@code delivery.serial_twice}: the same serial in several lines of one delivery. */
    static void refuseTwice(List<Arrival> arrivals) {
        Set<String> seen = new LinkedHashSet<>();
        for (Arrival arrival : arrivals) {
            int place = 0;
            for (String serial : arrival.serials()) {
                place++;
                if (!seen.add(serial.toLowerCase(java.util.Locale.ROOT))) {
                    throw new Refused("delivery.serial_twice", serial, arrival.item(), place);
                }
            }
        }
    }
}
