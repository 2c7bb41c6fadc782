package de.schulpakt.funding;

import java.time.LocalDate;

/**
 * A programme in the list.
 *
 * @param rules        how many rules it has
 * @param unverified   how many of its rules are not verified
 */
public record ProgrammeRow(Long id, String code, String name, LocalDate startsOn, LocalDate endsOn, Long rules,
        Long unverified) {
}
