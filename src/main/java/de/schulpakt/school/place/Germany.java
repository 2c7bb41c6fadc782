package de.schulpakt.school.place;

import java.math.BigDecimal;

/** The box in which Germany lies, in degrees, WGS 84. */
public final class Germany {
    private static final BigDecimal SOUTH = new BigDecimal("47.2");
    private static final BigDecimal NORTH = new BigDecimal("55.1");
    private static final BigDecimal WEST = new BigDecimal("5.8");
    private static final BigDecimal EAST = new BigDecimal("15.1");

    private Germany() {
    }

    /** True if the point can lie in Germany. */
    public static boolean holds(BigDecimal latitude, BigDecimal longitude) {
        return latitude.compareTo(SOUTH) >= 0 && latitude.compareTo(NORTH) <= 0
                && longitude.compareTo(WEST) >= 0 && longitude.compareTo(EAST) <= 0;
    }
}
