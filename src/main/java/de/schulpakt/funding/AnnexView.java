package de.schulpakt.funding;

import java.time.LocalDate;
import java.util.List;

/**
 * A school within an application.
 *
 * @param conceptLate true if the media concept is due and has not come
 */
public record AnnexView(Long id, Long schoolId, String school, LocalDate conceptDueOn, LocalDate conceptReceivedOn,
        boolean conceptLate, List<PositionView> positions) {
    /** What is applied for the school, in cents. */
    public long appliedCents() {
        return positions.stream().mapToLong(PositionView::appliedCents).sum();
    }
}
