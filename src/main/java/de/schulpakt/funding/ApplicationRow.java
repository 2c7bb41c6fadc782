package de.schulpakt.funding;

import java.time.LocalDate;

/**
 * An application in a list. Amounts are eligible expenditure, own share included, in cents.
 *
 * @param schools       number of annexes
 * @param appliedCents  null while there is no position
 * @param approvedCents null before the decision
 */
public record ApplicationRow(Long id, String no, String title, Long programmeId, String programmeCode, Long authorityId,
        String authority, ApplicationState state, LocalDate submittedOn, LocalDate decidedOn, Long schools,
        Long appliedCents, Long approvedCents) {
}
