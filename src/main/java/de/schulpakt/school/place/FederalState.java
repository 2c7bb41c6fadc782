package de.schulpakt.school.place;

import de.schulpakt.exchange.ImportMapping;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * The federal states of Germany with the box in which each lies, in whole tenths of a degree and rounded outwards: enough
 * to see that a point is in another part of the country.
 */
public enum FederalState {
    /** Baden-Württemberg. */
    BW("Baden-Württemberg", 475, 498, 75, 105),
    /** Bavaria. */
    BY("Bayern", 472, 506, 89, 139),
    /** Berlin. */
    BE("Berlin", 523, 527, 130, 138),
    /** Brandenburg. */
    BB("Brandenburg", 513, 536, 112, 148),
    /** Bremen. */
    HB("Bremen", 530, 537, 84, 90),
    /** Hamburg, with Neuwerk. */
    HH("Hamburg", 533, 540, 84, 104),
    /** Hesse. */
    HE("Hessen", 493, 517, 77, 103),
    /** Mecklenburg-Western Pomerania. */
    MV("Mecklenburg-Vorpommern", 530, 547, 105, 145),
    /** Lower Saxony. */
    NI("Niedersachsen", 512, 540, 66, 116),
    /** North Rhine-Westphalia. */
    NW("Nordrhein-Westfalen", 503, 526, 58, 95),
    /** Rhineland-Palatinate. */
    RP("Rheinland-Pfalz", 489, 510, 60, 86),
    /** Saarland. */
    SL("Saarland", 491, 497, 63, 75),
    /** Saxony. */
    SN("Sachsen", 501, 517, 118, 151),
    /** Saxony-Anhalt. */
    ST("Sachsen-Anhalt", 509, 531, 105, 132),
    /** Schleswig-Holstein. */
    SH("Schleswig-Holstein", 533, 551, 78, 114),
    /** Thuringia. */
    TH("Thüringen", 502, 517, 98, 127);

    private static final Map<String, FederalState> BY_NAME = names();
    private final String german;
    private final int[] box;

    FederalState(String german, int... box) {
        this.german = german;
        this.box = box;
    }

    /** The state that a text names: RP, DE-RP or Rheinland-Pfalz; null if none. */
    public static FederalState of(String text) {
        FederalState known = text == null ? null : BY_NAME.get(text);
        return known != null || text == null ? known : BY_NAME.get(ImportMapping.normal(text));
    }

    private static Map<String, FederalState> names() {
        Map<String, FederalState> names = new HashMap<>();
        for (FederalState state : values()) {
            String code = ImportMapping.normal(state.name());
            names.put(state.name(), state);
            names.put(code, state);
            names.put("de" + code, state);
            names.put(ImportMapping.normal(state.german), state);
        }
        names.put("nrw", NW);
        names.put("rlp", RP);
        return Map.copyOf(names);
    }

    /** True if the point can lie in this state. */
    public boolean mayHold(BigDecimal latitude, BigDecimal longitude) {
        int north = latitude.movePointRight(1).intValue();
        int east = longitude.movePointRight(1).intValue();
        return north >= box[0] && north <= box[1] && east >= box[2] && east <= box[3];
    }
}
