package de.schulpakt.funding;

/** What an authority may apply for in a programme: grant money, without own share, in cents. */
public record CeilingRow(Long id, Long authorityId, String authority, Long ceilingCents, String source, boolean verified,
        Integer version) {
}
