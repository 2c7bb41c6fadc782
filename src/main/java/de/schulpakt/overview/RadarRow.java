package de.schulpakt.overview;

import java.time.LocalDate;

/**
 * Expiry radar of one application: what is left when the approval period ends, if all goes on as in the last days.
 *
 * @param freeCents  not yet reserved, gross
 * @param recentCents reserved in the last {@value #DAYS} days, gross
 * @param daysLeft   days until the period ends
 * @param leftCents  free money that would remain at that pace
 */
public record RadarRow(Long applicationId, String applicationNo, LocalDate periodTo, Long freeCents, Long recentCents,
        Long daysLeft, Long leftCents) {
    static final int DAYS = 90;
}
