package de.schulpakt.procurement.catalogue;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import java.time.LocalDate;

/**
 * What requests and orders need to know of a catalogue item.
 *
 * @param price   gross, for one piece, as the catalogue says today
 * @param vatBp   value added tax contained in the price, in basis points
 * @param active  false: can no longer be requested or ordered
 * @param validTo last day on which it may be requested and ordered, null without end
 */
public record Article(Long id, Long modelId, Long supplierId, String name, Category category, Money price, int vatBp,
        boolean active, LocalDate validTo) {
    /** Refuses {@code item.inactive} and {@code item.expired}: what cannot be called off any more. */
    public void refuseUnlessOffered(LocalDate day) {
        if (!active) {
            throw new Refused("item.inactive", name);
        }
        if (validTo != null && validTo.isBefore(day)) {
            throw new Refused("item.expired", name, validTo);
        }
    }
}
