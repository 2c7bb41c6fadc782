package de.schulpakt.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Which column goes into which field, guessed from the names of the columns. */
public final class ImportMapping {
    /** A synonym shorter than this must be the whole name. */
    private static final int STEM = 5;

    private ImportMapping() {
    }

    /** The name of a column in the form in which synonyms are written. */
    public static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")
                .replaceAll("[éèê]", "e").replaceAll("[^a-z0-9]", "");
    }

    /** True if a column of that name is a synonym of one of the fields. */
    public static boolean knows(String name, Collection<? extends ImportField> fields) {
        String normal = normal(name);
        return fields.stream().anyMatch(f -> f.synonyms().contains(normal) || f.synonyms().contains(stem(normal)));
    }

    /**
     * One field name per column, empty for a column that is not taken. Columns that are counted through (name1, name2) all
     * go into the same field; their values are joined.
     */
    public static List<String> guess(List<String> columns, Collection<? extends ImportField> fields) {
        String[] mapping = new String[columns.size()];
        Arrays.fill(mapping, "");
        List<String> names = columns.stream().map(ImportMapping::normal).toList();
        for (ImportField field : fields) {
            exact(field, names, mapping);
        }
        for (ImportField field : fields) {
            if (!List.of(mapping).contains(field.name())) {
                beginning(field, names, mapping);
            }
        }
        return new ArrayList<>(List.of(mapping));
    }

    private static void exact(ImportField field, List<String> names, String[] mapping) {
        for (String synonym : field.synonyms()) {
            boolean found = false;
            for (int i = 0; i < mapping.length; i++) {
                boolean same = names.get(i).equals(synonym) && !found || stem(names.get(i)).equals(synonym)
                        && !names.get(i).equals(synonym);
                if (mapping[i].isEmpty() && same) {
                    mapping[i] = field.name();
                    found = true;
                }
            }
            if (found) {
                return;
            }
        }
    }

    private static void beginning(ImportField field, List<String> names, String[] mapping) {
        for (String synonym : field.synonyms()) {
            for (int i = 0; i < mapping.length; i++) {
                if (mapping[i].isEmpty() && synonym.length() >= STEM && names.get(i).startsWith(synonym)) {
                    mapping[i] = field.name();
                    return;
                }
            }
        }
    }

    /** Without the number at its end. */
    private static String stem(String normal) {
        return normal.replaceAll("\\d+$", "");
    }
}
