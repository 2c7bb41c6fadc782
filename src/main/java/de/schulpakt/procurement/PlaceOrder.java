package de.schulpakt.procurement;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Orders approved lines from one supplier.
 *
 * @param requestItemIds ids of lines of approved requests of schools of one authority
 * @param expectedOn     day on which the supplier promises the goods, may be null
 * @param awardReference file of the award procedure; required above the direct-award limit
 * @param currentPrices  true: order at the prices that stand in the catalogue now; otherwise at those of the requests
 */
public record PlaceOrder(@NotNull Long supplierId, @NotEmpty @Size(max = 200) List<@NotNull Long> requestItemIds,
        LocalDate expectedOn, @Size(max = 80) String awardReference, Boolean currentPrices) {
    /** At the prices of the requests. */
    public PlaceOrder(Long supplierId, List<Long> requestItemIds, LocalDate expectedOn, String awardReference) {
        this(supplierId, requestItemIds, expectedOn, awardReference, false);
    }
}
