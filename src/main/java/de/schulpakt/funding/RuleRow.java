package de.schulpakt.funding;

import java.time.LocalDate;

/**
 * A rule of a programme.
 *
 * @param category name of a {@link Category}, or ALL
 * @param value    read according to kind, see {@link RuleKind}
 * @param verified false: the value was not read in an official source and must be checked before it is relied on
 */
public record RuleRow(Long id, RuleKind kind, String category, String value, LocalDate validFrom, String source,
        String sourceUrl, boolean verified, Integer version) {
}
