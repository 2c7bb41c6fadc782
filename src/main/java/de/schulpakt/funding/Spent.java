package de.schulpakt.funding;

/**
 * What spending left behind.
 *
 * @param spendingId       the posting that spent
 * @param restCommitmentId the new commitment for what is still to come, null if nothing is
 */
public record Spent(Long spendingId, Long restCommitmentId) {
}
