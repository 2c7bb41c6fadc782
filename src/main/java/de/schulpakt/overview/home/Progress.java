package de.schulpakt.overview.home;

import java.time.LocalDate;

/**
 * How far a request has come, in pieces.
 *
 * @param pieces     asked for
 * @param ordered    of these ordered
 * @param delivered  of these delivered
 * @param cancelled  of these given up after the order
 * @param expectedOn last day on which a delivery is expected, null if none is or nobody knows
 * @param devices    devices with serial numbers that came
 * @param placed     of these in a room
 * @param inService  of these in service
 * @param openWork   of these with a ticket that is not accepted
 */
public record Progress(Long pieces, Long ordered, Long delivered, Long cancelled, LocalDate expectedOn, Long devices,
        Long placed, Long inService, Long openWork) {
    static final Progress NONE = new Progress(0L, 0L, 0L, 0L, null, 0L, 0L, 0L, 0L);

    /** True when all that will come has come and is in service. */
    public boolean ready() {
        return delivered > 0 && delivered + cancelled >= pieces && inService >= devices;
    }
}
