package de.schulpakt.funding;

/**
 * What a list of applications asks; null asks for all.
 *
 * @param q part of number or title
 */
public record ApplicationFilter(Long programmeId, Long authorityId, ApplicationState state, String q) {
}
