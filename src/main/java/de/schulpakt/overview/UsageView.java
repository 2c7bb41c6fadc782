package de.schulpakt.overview;

import java.time.Instant;
import java.util.List;

/**
 * The money of a programme from the ceiling to what is free. All amounts but the ceiling are gross, own share included,
 * in cents.
 *
 * @param authorityId    null for all authorities the asker may see
 * @param ownShareBp     own share that holds today in basis points, null if the programme has no rule for it
 * @param ownShareSource where that rule stands
 * @param verified       false if nobody has checked that rule against its source
 * @param ceilingCents   grant money without own share; null if the asker may not see it or there is none
 * @param frameCents     the largest eligible expenditure whose grant share fits under the ceiling
 * @param appliedCents   what was applied for; null if the asker may not see applications
 * @param radar          approval periods that still run, the first to end first; only for who sees programmes
 */
public record UsageView(Long programmeId, String programmeCode, String programme, Long authorityId, Integer ownShareBp,
        String ownShareSource, Boolean verified, Long ceilingCents, Long frameCents, Long appliedCents, Long approvedCents,
        Long reservedCents, Long committedCents, Long spentCents, Long freeCents, Instant at, List<RadarRow> radar) {
    /** The longest bar. */
    public long widestCents() {
        long widest = approvedCents;
        widest = appliedCents == null ? widest : Math.max(widest, appliedCents);
        return frameCents == null ? widest : Math.max(widest, frameCents);
    }
}
