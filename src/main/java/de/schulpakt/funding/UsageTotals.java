package de.schulpakt.funding;

/**
 * How much of a programme an authority has used. All amounts but the ceiling are eligible expenditure, own share included, in
 * cents, so that they can be compared.
 *
 * @param ceilingCents  grant money, without own share
 * @param ownShareBp    own share that holds today, null without rule
 * @param totalCents    what the ceiling allows to be spent: the eligible expenditure already applied for, and the rest of the
 *                      ceiling with the own share of today on top
 * @param appliedCents  applied for by submitted applications, approved ones with what was applied for
 * @param approvedCents allotted to budgets
 * @param freeCents     approved - reserved - committed - spent
 */
public record UsageTotals(Long programmeId, String programmeCode, Long authorityId, String authority, Long ceilingCents,
        String ceilingSource, boolean ceilingVerified, Integer ownShareBp, Long totalCents, Long appliedCents,
        Long approvedCents, Long reservedCents, Long committedCents, Long spentCents, Long freeCents) {
}
