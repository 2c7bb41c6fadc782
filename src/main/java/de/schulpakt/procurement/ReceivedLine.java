package de.schulpakt.procurement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What came of one order line.
 *
 * @param priceCents gross unit price invoiced, null if it is the ordered one
 * @param serials    one serial number per piece, as scanned; blank ones are passed over
 * @param quantity   pieces, for accessories, which have no serial; null for all others
 */
public record ReceivedLine(@NotNull Long orderLineId, @Positive @Max(10_000_000_000L) Long priceCents,
        @Size(max = 10_000) List<@Size(max = 80) String> serials, @PositiveOrZero @Max(10_000) Integer quantity) {
    /** Absent serials are none. */
    public ReceivedLine {
        serials = serials == null ? List.of() : serials;
    }

    /** Devices with their serials. */
    public ReceivedLine(Long orderLineId, Long priceCents, List<String> serials) {
        this(orderLineId, priceCents, serials, null);
    }
}
