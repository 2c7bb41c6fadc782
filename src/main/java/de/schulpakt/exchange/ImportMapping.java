package de.schulpakt.exchange;

import de.schulpakt.exchange.table.CsvFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Which column goes into which field, guessed from the names of the columns. */
public final class ImportMapping {
    /** A synonym shorter than this must be the whole name. */
    private static final int STEM = 5;
    private static final int SAMPLES = 200;
    private static final int NONE = -1;

    private ImportMapping() {
    }

    /** The name of a column in the form in which synonyms are written. */
    public static String normal(String name) {
        StringBuilder normal = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = Character.toLowerCase(name.charAt(i));
            switch (c) {
                case 'ä' -> normal.append("ae");
                case 'ö' -> normal.append("oe");
                case 'ü' -> normal.append("ue");
                case 'ß' -> normal.append("ss");
                case 'é', 'è', 'ê' -> normal.append('e');
                default -> {
                    if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                        normal.append(c);
                    }
                }
            }
        }
        return normal.toString();
    }

    /** True if a column of that name is a synonym of one of the fields. */
    public static boolean knows(String name, Collection<? extends ImportField> fields) {
        String normal = normal(name);
        return fields.stream().anyMatch(f -> f.synonyms().contains(normal) || f.synonyms().contains(stem(normal)));
    }

    /** What of the name of a column follows the longest synonym of some length with which it begins, null if it begins with none: such a column may be meant, too. */
    public static String after(String name, Collection<? extends ImportField> fields) {
        String normal = normal(name);
        return fields.stream().flatMap(f -> f.synonyms().stream()).filter(s -> s.length() >= STEM && normal.startsWith(s)).max(Comparator.comparingInt(String::length))
                .map(s -> normal.substring(s.length())).orElse(null);
    }

    /**
     * One field name per column, empty for a column that is not taken. Columns that are counted through (name1, name2) all
     * go into the same field; their values are joined. Where several columns could be meant, the one whose values are
     * understood is taken, and the surer name decides only between equals.
     */
    public static List<String> guess(CsvFile file, Collection<? extends ImportField> fields) {
        return guess(file, fields, column -> true);
    }

    /** The same, of the columns that may be taken: no other is guessed, however it is called. */
    static List<String> guess(CsvFile file, Collection<? extends ImportField> fields, Predicate<String> taken) {
        List<List<String>> samples = new ArrayList<>();
        for (int i = 0; i < file.columns().size(); i++) {
            samples.add(file.samples(i, SAMPLES));
        }
        String[] mapping = new String[file.columns().size()];
        Arrays.fill(mapping, "");
        // a name without letters is no synonym and begins with none
        List<String> names = file.columns().stream().map(column -> taken.test(column) ? normal(column) : "").toList();
        for (ImportField field : fields) {
            exact(field, names, samples, mapping);
        }
        for (ImportField field : fields) {
            if (!List.of(mapping).contains(field.name())) {
                beginning(field, names, samples, mapping);
            }
        }
        return new ArrayList<>(List.of(mapping));
    }

    private static void exact(ImportField field, List<String> names, List<List<String>> samples, String[] mapping) {
        List<Integer> best = List.of();
        int most = NONE;
        for (String synonym : field.synonyms()) {
            List<Integer> group = group(synonym, names, mapping);
            int score = group.stream().mapToInt(i -> score(field, samples.get(i))).max().orElse(NONE);
            boolean may = !field.vague().contains(synonym) || most == NONE || most == 1;
            if (score > most && may) {
                most = score;
                best = group;
            }
        }
        best.forEach(i -> mapping[i] = field.name());
    }

    private static List<Integer> group(String synonym, List<String> names, String[] mapping) {
        List<Integer> group = new ArrayList<>();
        boolean found = false;
        for (int i = 0; i < mapping.length; i++) {
            boolean whole = names.get(i).equals(synonym);
            if (mapping[i].isEmpty() && (whole && !found || !whole && stem(names.get(i)).equals(synonym))) {
                group.add(i);
                found |= whole;
            }
        }
        return group;
    }

    private static void beginning(ImportField field, List<String> names, List<List<String>> samples, String[] mapping) {
        int best = -1;
        int most = -1;
        for (String synonym : field.synonyms()) {
            for (int i = 0; i < mapping.length; i++) {
                if (mapping[i].isEmpty() && synonym.length() >= STEM && names.get(i).startsWith(synonym)
                        && score(field, samples.get(i)) > most) {
                    best = i;
                    most = score(field, samples.get(i));
                }
            }
        }
        if (best >= 0) {
            mapping[best] = field.name();
        }
    }

    /** 3 if most values are understood, 2 if some are, 1 if none is, 0 without any value. */
    private static int score(ImportField field, List<String> values) {
        long good = values.stream().filter(field::understands).count();
        return values.isEmpty() ? 0 : good * 2 >= values.size() ? 3 : good > 0 ? 2 : 1;
    }

    /** Without the number at its end. */
    private static String stem(String normal) {
        return normal.replaceAll("\\d+$", "");
    }
}
