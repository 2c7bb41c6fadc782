package de.schulpakt.procurement;

import de.schulpakt.funding.Category;

/**
 * What a catalogue list asks for; null asks for all.
 *
 * @param text    part of name, maker, model or part number
 * @param offered true: only what can be requested today
 */
public record CatalogueFilter(String text, Category category, Long supplierId, Boolean offered) {
    /** Everything. */
    public static CatalogueFilter all() {
        return new CatalogueFilter(null, null, null, null);
    }
}
