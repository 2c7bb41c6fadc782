package de.schulpakt.procurement;

import de.schulpakt.funding.Category;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A line of an approved request that waits for an order.
 *
 * @param id           id of the request's line, for {@link PlaceOrder}
 * @param priceCents   gross unit price of the request
 * @param currentCents gross unit price in the catalogue now
 * @param offered      false: its item can no longer be called off
 */
public record OpenItem(Long id, Long requestId, String requestNo, Long authorityId, Long schoolId, String school, String room,
        Long supplierId, String supplier, String article, String contract, LocalDate validTo, Integer quantity,
        Long priceCents, Long currentCents, Integer vatBp, Category category, Long budgetId, Boolean offered) {

    /** Gross amount at the price of the request. */
    public Long sumCents() {
        return priceCents * quantity;
    }

    /** True if the catalogue has another price now. */
    public boolean drifted() {
        return !Objects.equals(priceCents, currentCents);
    }
}
