package de.schulpakt.overview;

/** Balances of many budgets. Amounts gross, own share included, in cents. */
public record MoneySum(Long allottedCents, Long reservedCents, Long committedCents, Long spentCents) {
    /** What is neither reserved nor committed nor spent. */
    public Long freeCents() {
        return allottedCents - reservedCents - committedCents - spentCents;
    }
}
