package de.schulpakt.funding;

/** What a list of budgets asks; null asks for all. */
public record BudgetFilter(Long programmeId, Long authorityId, Long applicationId, Long schoolId, Category category) {
}
