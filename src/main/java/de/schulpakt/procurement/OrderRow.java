package de.schulpakt.procurement;

import java.time.LocalDate;

/**
 * An order in a list.
 *
 * @param totalCents gross, all lines at the ordered price
 * @param pieces     ordered and not cancelled
 * @param delivered  of these, what has come
 */
public record OrderRow(Long id, String no, Long supplierId, String supplier, Long authorityId, String authority,
        OrderState state, Long totalCents, Long pieces, Long delivered, LocalDate orderedOn, LocalDate expectedOn,
        Integer version) {
}
