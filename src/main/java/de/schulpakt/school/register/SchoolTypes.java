package de.schulpakt.school.register;

import de.schulpakt.exchange.ImportMapping;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.school.place.FederalState;
import de.schulpakt.school.place.SchoolType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Understands how the registers of the federal states, and people, call the kinds of schools. */
final class SchoolTypes {
    /** Abbreviations, the whole text. */
    private static final Map<String, SchoolType> SHORT = new LinkedHashMap<>();
    /** Codes of the register of North Rhine-Westphalia. */
    private static final Map<String, SchoolType> NORTH_RHINE = Map.ofEntries(Map.entry("02", SchoolType.PRIMARY),
            Map.entry("04", SchoolType.SECONDARY_PLUS), Map.entry("08", SchoolType.SPECIAL), Map.entry("10", SchoolType.SECONDARY_PLUS),
            Map.entry("14", SchoolType.SECONDARY_PLUS), Map.entry("15", SchoolType.COMPREHENSIVE), Map.entry("17", SchoolType.OTHER),
            Map.entry("20", SchoolType.GYMNASIUM), Map.entry("25", SchoolType.COLLEGE), Map.entry("30", SchoolType.VOCATIONAL),
            Map.entry("81", SchoolType.SPECIAL), Map.entry("83", SchoolType.SPECIAL), Map.entry("88", SchoolType.SPECIAL));
    /** Parts of a text, the first that fits decides. */
    private static final Map<String, SchoolType> PARTS = new LinkedHashMap<>();

    static {
        shorts(SchoolType.PRIMARY, "g", "gs", "grs", "vs");
        shorts(SchoolType.SPECIAL, "f", "fs", "foes", "fsch", "fz", "sbbz", "so");
        shorts(SchoolType.SECONDARY_PLUS, "rs", "rsplus", "rsp", "hs", "ghs", "grsplus", "ms", "obs", "os", "sek", "wrs");
        shorts(SchoolType.COMPREHENSIVE, "igs", "kgs", "ges", "gms", "gesamt");
        shorts(SchoolType.GYMNASIUM, "gy", "gym", "gymn");
        shorts(SchoolType.VOCATIONAL, "bbs", "bk", "bs", "bfs", "fos", "bos");
        shorts(SchoolType.COLLEGE, "kol", "ag", "abg");
        shorts(SchoolType.OTHER, "fws", "ws", "sonstige", "andere");
        for (java.util.Locale locale : List.of(java.util.Locale.GERMAN, java.util.Locale.ENGLISH)) {
            Arrays.stream(SchoolType.values()).forEach(t -> SHORT.put(ImportMapping.normal(Texts.get(locale, t)), t));
        }
        Arrays.stream(SchoolType.values()).forEach(t -> SHORT.put(ImportMapping.normal(t.name()), t));
        parts(SchoolType.OTHER, "waldorf", "internationaleschule");
        parts(SchoolType.SPECIAL, "foerderschule", "foerderzentrum", "foerdersch", "sonderschule", "sonderpaedagog",
                "special", "behindert", "geschaedigt", "gehoerlos", "sprachheil", "erziehungshilfe", "lernhilfe", "fuerkranke", "foerderschwerpunkt");
        parts(SchoolType.VOCATIONAL, "beruf", "vocational", "wirtschaftsschule", "oberstufenzentrum", "pflege", "gesundheit");
        parts(SchoolType.COLLEGE, "abend", "kolleg", "college", "evening", "erwachsene");
        parts(SchoolType.COMPREHENSIVE, "gesamtschule", "gemeinschaftsschule", "stadtteilschule", "comprehensive");
        parts(SchoolType.SECONDARY_PLUS, "realschule", "hauptschule", "mittelschule", "sekundarschule", "regelschule",
                "regionaleschule", "regionalschule", "secondary", "orientierungsstufe");
        parts(SchoolType.VOCATIONAL, "fachoberschule", "fachschule", "fachakademie");
        parts(SchoolType.SECONDARY_PLUS, "oberschule");
        parts(SchoolType.GYMNASIUM, "gymnas", "grammar", "lycee");
        parts(SchoolType.PRIMARY, "grundschule", "volksschule", "primar", "elementary");
    }

    private SchoolTypes() {
    }

    /** The type that a text means in a state; only there are codes known. */
    static SchoolType of(String text, String state) {
        SchoolType type = FederalState.NW.name().equals(state) ? NORTH_RHINE.get(text) : null;
        return type != null ? type : of(text);
    }

    /** The type that a text means, null if it is not understood. */
    static SchoolType of(String text) {
        if (Offices.named(text)) {
            return null;
        }
        String normal = ImportMapping.normal(text.replace("+", "plus"));
        SchoolType exact = SHORT.get(normal);
        if (exact != null) {
            return exact;
        }
        return PARTS.entrySet().stream().filter(p -> normal.contains(p.getKey())).findFirst().map(Map.Entry::getValue).orElse(null);
    }

    private static void shorts(SchoolType type, String... names) {
        List.of(names).forEach(n -> SHORT.put(n, type));
    }

    private static void parts(SchoolType type, String... parts) {
        List.of(parts).forEach(p -> PARTS.put(p, type));
    }
}
