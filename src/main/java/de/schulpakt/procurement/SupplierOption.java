package de.schulpakt.procurement;

/** A supplier to choose. */
public record SupplierOption(Long id, String name, String email) {
}
