package de.schulpakt.procurement;

import de.schulpakt.funding.Category;
import de.schulpakt.inventory.ModelKind;
import java.time.LocalDate;

/**
 * An item of the catalogue.
 *
 * @param priceCents gross, for one piece
 * @param vatBp      value added tax contained in the price, in basis points
 * @param validTo    last day on which it may be requested, null without end
 */
public record CatalogueRow(Long id, String name, Long modelId, String maker, String model, String partNo, ModelKind kind,
        Boolean needsNetwork, Long supplierId, String supplier, Category category, Long priceCents, Integer vatBp,
        String contract, LocalDate validTo, Boolean active, Integer version) {
}
