package de.schulpakt.school.register;

import de.schulpakt.school.place.FederalState;
import de.schulpakt.school.place.Germany;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Coordinates in metres become degrees: UTM (zones 31 to 33, also with the zone before the easting), Gauß-Krüger (zones 2 to
 * 5) and the Mercator of web maps. Without a number of EPSG the system is told from the size of the numbers; which of the two
 * is the northing, too, because half of Europe calls it x.
 */
final class Metres {
    private static final CRSFactory FACTORY = new CRSFactory();
    private static final CoordinateReferenceSystem DEGREES = FACTORY.createFromParameters("WGS84", "+proj=longlat +datum=WGS84 +no_defs");
    private static final String POTSDAM = " +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs";
    private static final Map<Integer, String> SYSTEMS = new LinkedHashMap<>();
    private static final Map<Integer, BasicCoordinateTransform> KNOWN = new HashMap<>();
    private static final Pattern CODE = Pattern.compile(".*?(\\d{4,5})\\D*");
    private static final double SOUTH = 5_100_000;
    private static final double NORTH = 6_300_000;
    private static final int ZONE = 1_000_000;
    private static final int WEB = 3857;

    static {
        for (int zone = 31; zone <= 33; zone++) {
            String utm = "+proj=utm +zone=" + zone + " +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs";
            SYSTEMS.put(25_800 + zone, utm);
            SYSTEMS.put(32_600 + zone, utm);
        }
        for (int zone = 2; zone <= 5; zone++) {
            SYSTEMS.put(31_464 + zone, "+proj=tmerc +lat_0=0 +lon_0=" + 3 * zone + " +k=1 +x_0=" + (zone * ZONE + 500_000) + " +y_0=0" + POTSDAM);
        }
        SYSTEMS.put(WEB, "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs");
    }

    private Metres() {
    }

    /** A point in degrees. */
    record Point(BigDecimal latitude, BigDecimal longitude) {
    }

    /** True if these are metres and no degrees. */
    static boolean are(BigDecimal one, BigDecimal other) {
        BigDecimal far = BigDecimal.valueOf(1000);
        return one.abs().compareTo(far) > 0 || other.abs().compareTo(far) > 0;
    }

    /**
     * The point in degrees, or null if it cannot be told.
     *
     * @param epsg  what the file says of the system, or null
     * @param state where it should lie, or null
     */
    static Point degrees(BigDecimal one, BigDecimal other, String epsg, FederalState state) {
        Integer code = code(epsg);
        double a = one.doubleValue();
        double b = other.doubleValue();
        Point first = code != null ? convert(code, northing(a) && !northing(b) ? b : a, northing(a) && !northing(b) ? a : b)
                : guessed(a, b, state);
        return first != null || code != null || !northing(a) || !northing(b) ? first : guessed(b, a, state);
    }

    /** {@code latitude} and {@code longitude} in whichever order, without a system: each that could be meant is tried. */
    private static Point guessed(double one, double other, FederalState state) {
        double north = northing(one) ? one : other;
        double east = northing(one) ? other : one;
        for (int code : systems(north, east)) {
            Point point = convert(code, east, north);
            if (point != null && (state == null || state.mayHold(point.latitude(), point.longitude()))) {
                return point;
            }
        }
        return null;
    }

    private static List<Integer> systems(double north, double east) {
        if (!northing(north)) {
            return List.of(WEB);
        }
        int zone = (int) (east / ZONE);
        return zone >= 31 && zone <= 33 ? List.of(25_800 + zone) : zone >= 2 && zone <= 5 ? List.of(31_464 + zone)
                : zone == 0 ? List.of(25_832, 25_833, 25_831) : zone == 1 ? List.of(WEB) : List.of();
    }

    private static boolean northing(double number) {
        return number > SOUTH && number < NORTH;
    }

    private static Integer code(String epsg) {
        Matcher matcher = CODE.matcher(epsg == null ? "" : epsg);
        Integer code = matcher.matches() ? Integer.valueOf(matcher.group(1)) : null;
        Integer plain = code == null ? null : code == 4647 || code == 5652 ? Integer.valueOf(25_832) : code == 5650 || code == 5653
                ? Integer.valueOf(25_833) : code == 900_913 || code == 3785 ? Integer.valueOf(WEB) : code;
        return plain != null && SYSTEMS.containsKey(plain) ? plain : null;
    }

    /** BasicCoordinateTransform keeps state while it works, so one at a time. */
    private static synchronized Point convert(int code, double east, double north) {
        double without = code < 31_000 || code > 32_600 ? code == WEB ? east : east % ZONE : east;
        ProjCoordinate degrees = new ProjCoordinate();
        try {
            transform(code).transform(new ProjCoordinate(without, north), degrees);
        } catch (RuntimeException e) {
            return null;
        }
        if (Double.isNaN(degrees.x) || Double.isNaN(degrees.y)) {
            return null;
        }
        Point point = new Point(BigDecimal.valueOf(degrees.y), BigDecimal.valueOf(degrees.x));
        return Germany.holds(point.latitude(), point.longitude()) ? point : null;
    }

    private static BasicCoordinateTransform transform(int code) {
        return KNOWN.computeIfAbsent(code, c -> new BasicCoordinateTransform(FACTORY.createFromParameters("EPSG:" + c, SYSTEMS.get(c)), DEGREES));
    }
}
