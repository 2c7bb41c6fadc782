package de.schulpakt.funding;

/** What a school has used in a category of a programme: gross, own share included, in cents. */
public record UsageRow(Long schoolId, String school, Category category, Long approvedCents, Long reservedCents,
        Long committedCents, Long spentCents, Long freeCents) {
}
