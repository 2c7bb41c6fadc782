package de.schulpakt.overview.readiness;

import static de.schulpakt.identity.Permission.NETWORK_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Where the schools are and how ready their rooms are: drawn from their coordinates alone, no map of anybody else is asked for. */
@Queries
public class ReadinessMap {
    /** So many schools are drawn. */
    private static final int MOST = 300;
    private static final int WIDTH = 1000;
    private static final int LOWEST = 300;
    private static final int HIGHEST = 1200;
    private static final int MARGIN = 60;
    /** Height of the strip below all schools in which the scale stands, so that no school lies on its number, at whatever width the drawing is shown. */
    private static final int STRIP = 64;
    private static final double KM = 111.32;
    /** Markers are so far from each other: on a phone one is 34 wide to each side, and its border 2. */
    private static final double APART = 72;
    private static final int EDGE = 36;
    /** A marker that moved less covers the place of its school still. */
    private static final double ASIDE = 22;
    /** Of the drawing at most the part 1 / CROWD is squares of markers, so that moving them ends. */
    private static final double CROWD = 1.6;
    /** Kilometres that a scale may show. */
    private static final double[] SCALES = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200};

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    ReadinessQueries readiness;

    /** How ready the rooms of a school are. */
    public enum SchoolReady implements Toned {
        /** All of them. */
        ALL(Tone.OK),
        /** Some of them. */
        SOME(Tone.WAIT),
        /** None of them. */
        NONE(Tone.BAD),
        /** Nobody has looked at, measured or installed anything. */
        UNKNOWN(Tone.MUTE);

        private final Tone tone;

        SchoolReady(Tone tone) {
            this.tone = tone;
        }

        @Override
        public Tone tone() {
            return tone;
        }
    }

    /** A school as it is read. */
    private record Read(Long id, String name, String city, BigDecimal latitude, BigDecimal longitude) {
        boolean placed() {
            return latitude != null && longitude != null;
        }
    }

    /**
     * The schools with rooms whose network the asker may see, by name, at most 300; those without coordinates are in the table only. Two statements.
     *
     * @param authorityId of one authority only, null for all
     */
    public View map(Long authorityId) {
        Scope scope = guard.scope(NETWORK_VIEW);
        Ask<Read> ask = scope.bind(Ask.of(em, Read.class, """
                select s.id as id, s.name as name, s.city as city, s.latitude as latitude, s.longitude as longitude from School s
                where s.endedOn is null and exists (select r.id from Room r where r.schoolId = s.id and r.closedOn is null and r.leftOn is null)"""
                + (authorityId == null ? "" : " and s.authorityId = :authority") + " and" + scope.school("s") + " order by s.name, s.id"));
        List<Read> schools = (authorityId == null ? ask : ask.set("authority", authorityId)).list(MOST + 1);
        boolean cut = schools.size() > MOST;
        List<Read> shown = cut ? schools.subList(0, MOST) : schools;
        Map<Long, ReadinessQueries.Network> networks = readiness.networks(shown.stream().map(Read::id).toList());
        return draw(shown, networks, cut);
    }

    private static View draw(List<Read> schools, Map<Long, ReadinessQueries.Network> networks, boolean cut) {
        List<Read> placed = schools.stream().filter(Read::placed).toList();
        double south = placed.stream().mapToDouble(one -> one.latitude().doubleValue()).min().orElse(0);
        double north = placed.stream().mapToDouble(one -> one.latitude().doubleValue()).max().orElse(0);
        double west = placed.stream().mapToDouble(one -> one.longitude().doubleValue()).min().orElse(0);
        double east = placed.stream().mapToDouble(one -> one.longitude().doubleValue()).max().orElse(0);
        // a degree of longitude is the shorter the farther north
        double narrow = Math.cos(Math.toRadians((south + north) / 2));
        double wide = Math.max((east - west) * narrow * KM, 0.2);
        double tall = Math.max((north - south) * KM, 0.2);
        double inner = WIDTH - 2.0 * MARGIN;
        double perKm = Math.min(inner / wide, (HIGHEST - 2.0 * MARGIN) / tall);
        int height = (int) Math.max(LOWEST, Math.round(tall * perKm + 2.0 * MARGIN));
        double left = (WIDTH - (east - west) * narrow * KM * perKm) / 2;
        double top = (height - (north - south) * KM * perKm) / 2;
        List<Place> places = new ArrayList<>();
        int no = 0;
        for (Read one : schools) {
            ReadinessQueries.Network network = networks.get(one.id());
            long rooms = network == null ? 0 : network.rooms();
            long whole = network == null ? 0 : network.whole();
            RoomTrade lacks = network == null ? null : network.lacking().entrySet().stream().max(Comparator.comparing(Map.Entry<RoomTrade, Long>::getValue)
                    .thenComparing(entry -> -entry.getKey().ordinal())).map(Map.Entry::getKey).orElse(null);
            SchoolReady standing = rooms > 0 && whole == rooms ? SchoolReady.ALL : whole > 0 ? SchoolReady.SOME : network == null || !network.known() ? SchoolReady.UNKNOWN : SchoolReady.NONE;
            Integer x = one.placed() ? (int) Math.round(left + (one.longitude().doubleValue() - west) * narrow * KM * perKm) : null;
            Integer y = one.placed() ? (int) Math.round(top + (north - one.latitude().doubleValue()) * KM * perKm) : null;
            places.add(new Place(++no, one.id(), one.name(), one.city(), rooms, whole, lacks, lacks == null ? 0 : network.lacking().get(lacks), standing, x, y, x, y));
        }
        apart(places, height);
        double scale = SCALES[0];
        for (double km : SCALES) {
            scale = km * perKm <= inner / 3 ? km : scale;
        }
        return new View(WIDTH, height + STRIP, places, BigDecimal.valueOf(scale), (int) Math.round(scale * perKm), cut);
    }

    /** Moves markers that would cover each other so far apart that each can be read and touched; two schools in one street stand a few pixels from each other. */
    private static void apart(List<Place> places, int height) {
        List<Integer> drawn = IntStream.range(0, places.size()).filter(i -> places.get(i).x() != null).boxed().toList();
        double[][] at = drawn.stream().map(i -> new double[] {places.get(i).x(), places.get(i).y()}).toArray(double[][]::new);
        // where all of them fill more than the drawing holds, they stand closer
        Markers.apart(at, Math.min(APART, Math.sqrt(WIDTH * (double) height / (CROWD * Math.max(1, at.length)))), EDGE, WIDTH - EDGE, height - EDGE);
        for (int i = 0; i < at.length; i++) {
            places.set(drawn.get(i), places.get(drawn.get(i)).moved((int) Math.round(at[i][0]), (int) Math.round(at[i][1])));
        }
    }

    /**
     * The schools as they are drawn; north is up.
     *
     * @param width   of the drawing
     * @param height  of the drawing, with the strip for the scale at its end
     * @param places  by name, numbered from 1
     * @param scaleKm kilometres of the scale
     * @param scale   its length in the drawing
     * @param cut     true if there are more schools than are shown
     */
    public record View(int width, int height, List<Place> places, BigDecimal scaleKm, int scale, boolean cut) {
        /** Those that have coordinates. */
        public List<Place> drawn() {
            return places.stream().filter(place -> place.x() != null).toList();
        }
    }

    /**
     * A school.
     *
     * @param no      its number in drawing and table
     * @param rooms   that are used
     * @param whole   those that lack nothing
     * @param lacks   what most of the others lack first, null for nothing
     * @param lacking how many lack that
     * @param x       of its marker from the left, null without coordinates
     * @param y       of its marker from the top
     * @param trueX   where the school lies
     * @param trueY   where the school lies
     */
    public record Place(int no, Long schoolId, String name, String city, long rooms, long whole, RoomTrade lacks, long lacking, SchoolReady standing, Integer x, Integer y,
            Integer trueX, Integer trueY) {
        /** True if the marker had to give way, so that a line leads to where the school lies. */
        public boolean isAside() {
            return x != null && Math.hypot(x - trueX, y - trueY) > ASIDE;
        }

        private Place moved(int toX, int toY) {
            return new Place(no, schoolId, name, city, rooms, whole, lacks, lacking, standing, toX, toY, trueX, trueY);
        }
    }
}
