package de.schulpakt.funding;

/**
 * A budget as other modules name it.
 *
 * @param label e.g. DigitalPakt 2.0 · A-2026-0001 · Position 3 (WLAN); German, kept as frozen text on what was bought
 */
public record BudgetRef(Long id, Long schoolId, Category category, Long availableCents, String label) {
}
