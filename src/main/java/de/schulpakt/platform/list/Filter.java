package de.schulpakt.platform.list;

import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.platform.text.Fulltext;
import de.schulpakt.platform.text.Like;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something by which a list is narrowed down, with the query parameter of the same name.
 *
 * @param name      parameter
 * @param how       what it does, for those who show it or test it
 * @param type      of its value
 * @param paths     JPQL of what it looks at; empty if only the condition knows
 * @param words     where the words are looked for, null for other filters
 * @param condition from the values that were sent; none of them is blank
 */
public record Filter(String name, How how, Class<?> type, List<String> paths, Words words,
        BiFunction<List<Object>, Lookup, Condition> condition) {
    /** So many ids are named in a question. */
    public static final int AT_ONCE = 500;
    private static final int WORDS = 6;
    private static final Condition NOTHING = Condition.of("1 = 0");
    private static final int MANY = 2_000;
    /** So many ways to find several words are asked one by one. */
    private static final int WAYS = 32;
    /** So many rows of a smaller table are compared with those of another word. */
    private static final int TOGETHER = 20_000;

    /** What filters do. */
    public enum How {
        /** The value is this one, or one of these. */
        EQUAL,
        /** The value is not smaller. */
        FROM,
        /** The value is not greater. */
        TO,
        /** The text begins so. */
        STARTS,
        /** Every word is found somewhere. */
        WORDS,
        /** Something of the list's own. */
        OWN
    }

    /** Answers ids of rows whose texts fit, for a filter that looks there first. */
    public interface Lookup {
        /** At most so many ids; the question has one parameter, {@code :part}. */
        List<Long> ids(String jpql, Object value, int most);

        /** True if one of these columns of the list begins so in any row, which their indexes know. */
        boolean begins(List<String> paths, String pattern);

        /** The ids of the rows of the list whose text a FULLTEXT index finds; empty if these are more than so many. */
        Optional<List<Long>> titles(String path, String question, int most);
    }

    /** Equal to one of the values. */
    static Filter equal(String name, Class<?> type, String path) {
        return new Filter(name, How.EQUAL, type, List.of(path), null, (values, lookup) -> values.size() == 1
                ? Condition.of(path + " = :" + name, name, values.get(0)) : Condition.of(path + " in :" + name, name, values));
    }

    /** Not smaller, or not greater. */
    static Filter bound(String name, How how, Class<?> type, String path) {
        return new Filter(name, how, type, List.of(path), null,
                (values, lookup) -> Condition.of(path + (how == How.FROM ? " >= :" : " <= :") + name, name, values.get(0)));
    }

    /** Begins so. */
    static Filter starts(String name, List<String> paths) {
        return new Filter(name, How.STARTS, String.class, paths, null,
                (values, lookup) -> starts(paths, name, (String) values.get(0)));
    }

    /** Equal to one of the values, in another table, which stays small and is asked first. */
    static Filter among(String name, Class<?> type, String path, String key, String entity, String field) {
        return new Filter(name, How.EQUAL, type, List.of(path), null, (values, lookup) -> {
            List<Long> ids = lookup.ids("select x.id from " + entity + " x where x." + field + " in :part", values, AT_ONCE + 1);
            return ids.size() > AT_ONCE ? Condition.of(path + " in :" + name, name, values)
                    : ids.isEmpty() ? NOTHING : Condition.of(key + " in :" + name, name, ids);
        });
    }

    /** Of the list's own, after it has looked somewhere. */
    static <V> Filter looked(String name, Class<V> type, BiFunction<V, Lookup, Condition> condition) {
        return new Filter(name, How.OWN, type, List.of(), null, (values, lookup) -> condition.apply(type.cast(values.get(0)), lookup));
    }

    /** Of the list's own. */
    static <V> Filter own(String name, Class<V> type, Function<V, Condition> condition) {
        return new Filter(name, How.OWN, type, List.of(), null, (values, lookup) -> condition.apply(type.cast(values.get(0))));
    }

    /** Every word begins one of the columns of the table itself, or is a part of a text of a smaller table that it points to. */
    static Filter words(String name, Words words) {
        return new Filter(name, How.WORDS, String.class, words.paths(), words, (values, lookup) -> {
            String[] all = ((String) values.get(0)).split(" ", WORDS);
            List<List<Found>> found = new ArrayList<>();
            for (String word : all) {
                found.add(word(words, name + found.size(), word, lookup, all.length > 1));
            }
            Condition each = together(name, found);
            Found whole = words.numbers() == null || all.length == 1 ? null : number(words.numbers(), name + "Whole", (String) values.get(0), lookup);
            return whole == null ? each : Condition.or(List.of(each, whole.condition()));
        });
    }

    /** By the numbers of the row, null if none begins so; one that very many rows have is asked of each row, and few are needed to fill a page. */
    private static Found number(Words.Numbers numbers, String parameter, String text, Lookup lookup) {
        String number = Fold.number(text);
        if (number == null) {
            return null;
        }
        String pattern = Like.beginning(number);
        List<Long> ids = lookup.ids("select x." + numbers.owner() + " from " + numbers.entity() + " x where x." + numbers.field()
                + " like :part escape '!'", pattern, AT_ONCE + 1);
        if (ids.size() > AT_ONCE) {
            String alias = parameter + "x";
            return Found.by(Condition.of("(select count(" + alias + ".id) from " + numbers.entity() + " " + alias + " where " + alias + "."
                    + numbers.owner() + " = " + numbers.path() + " and " + alias + "." + numbers.field() + " like :" + parameter + " escape '!') > 0",
                    parameter, pattern));
        }
        return ids.isEmpty() ? null : new Found(numbers.path(), new TreeSet<>(ids), Condition.of(numbers.path() + " in :" + parameter, parameter, ids));
    }

    /**
     * Where one word is found.
     *
     * @param path      that points to the rows in which it is found, null if only the condition knows
     * @param ids       of these rows
     * @param condition what lets pass that
     */
    private record Found(String path, Set<Long> ids, Condition condition) {
        static Found by(Condition condition) {
            return new Found(null, Set.of(), condition);
        }
    }

    /** Where a word is found; of several words, what begins no number is not looked for among the numbers of each row. */
    private static List<Found> word(Words words, String parameter, String word, Lookup lookup, boolean oneOfSeveral) {
        List<Found> any = new ArrayList<>();
        if (!words.starts().isEmpty() && (!oneOfSeveral || lookup.begins(words.starts(), Like.beginning(word)))) {
            any.add(Found.by(starts(words.starts(), parameter + "Start", word)));
        }
        if (!words.parts().isEmpty()) {
            any.add(Found.by(Condition.of(like(words.parts(), parameter + "Part"), parameter + "Part", Like.anywhere(word))));
        }
        for (String title : words.titles()) {
            Condition condition = title(title, parameter + "Title" + any.size(), word, lookup);
            if (!condition.equals(NOTHING)) {
                any.add(Found.by(condition));
            }
        }
        if (words.numbers() != null) {
            Found number = number(words.numbers(), parameter + "Number", word, lookup);
            if (number != null) {
                any.add(number);
            }
        }
        int source = 0;
        for (Words.Among among : words.among()) {
            String of = parameter + "Of" + source++;
            String pattern = among.begins() ? Like.beginning(word) : Like.anywhere(word);
            String jpql = "select x.id from " + among.entity() + " x where " + like(among.fields().stream().map(f -> "x." + f).toList(), "part");
            // of several words, many rows may have one and few have all
            int most = oneOfSeveral ? TOGETHER : AT_ONCE;
            List<Long> ids = lookup.ids(jpql, pattern, most + 1);
            // found at many rows: each row is asked, until the page is full
            Condition condition = ids.size() <= AT_ONCE ? Condition.of(among.path() + " in :" + of, of, ids)
                    : Condition.of("(select count(" + of + "x.id) from " + among.entity() + " " + of + "x where " + of + "x.id = " + among.path() + " and ("
                            + like(among.fields().stream().map(f -> of + "x." + f).toList(), of) + ")) > 0", of, pattern);
            if (ids.size() > most) {
                any.add(Found.by(condition));
            } else if (!ids.isEmpty()) {
                any.add(new Found(among.path(), new TreeSet<>(ids), condition));
            }
        }
        return any;
    }

    /**
     * All words. Each way to find all of them is a condition of its own, and of two words found in the same smaller table only
     * the rows that have both: "Gymnasium Güls" is then one school, which an index knows, and not every device of a Gymnasium.
     */
    private static Condition together(String name, List<List<Found>> words) {
        if (words.stream().mapToInt(List::size).reduce(1, (a, b) -> Math.min(a * b, WAYS + 1)) > WAYS) {
            return Condition.and(words.stream().map(any -> Condition.or(any.stream().map(Found::condition).toList())).toList());
        }
        Set<Way> all = Set.of(new Way(Set.of(), Map.of()));
        for (List<Found> any : words) {
            Set<Way> longer = new LinkedHashSet<>();
            all.forEach(way -> any.forEach(one -> longer.add(way.and(one))));
            all = longer;
        }
        List<Condition> ways = new ArrayList<>();
        for (Way way : all) {
            if (way.leads()) {
                ways.add(way.condition(name + "Way" + ways.size()));
            }
        }
        return ways.isEmpty() ? NOTHING : Condition.or(ways);
    }

    /**
     * One way to find all words.
     *
     * @param own   conditions of the rows themselves
     * @param among rows of smaller tables, by the path that points to them
     */
    private record Way(Set<Condition> own, Map<String, Rows> among) {
        Way and(Found one) {
            Set<Condition> conditions = new LinkedHashSet<>(own);
            Map<String, Rows> rows = new TreeMap<>(among);
            if (one.path() == null) {
                conditions.add(one.condition());
            } else {
                rows.merge(one.path(), new Rows(one.ids(), Set.of(one.condition())), Rows::and);
            }
            return new Way(conditions, rows);
        }

        boolean leads() {
            return among.values().stream().noneMatch(rows -> rows.ids().isEmpty());
        }

        Condition condition(String parameter) {
            List<Condition> all = new ArrayList<>(own);
            among.forEach((path, rows) -> {
                String name = parameter + "In" + all.size();
                if (rows.ids().size() <= AT_ONCE) {
                    all.add(Condition.of(path + " in :" + name, name, List.copyOf(rows.ids())));
                } else {
                    all.addAll(rows.asked());
                }
            });
            return Condition.and(all);
        }
    }

    /**
     * Rows of a smaller table in which all words so far are found.
     *
     * @param asked what asks each row for the words, for more rows than can be named at once
     */
    private record Rows(Set<Long> ids, Set<Condition> asked) {
        Rows and(Rows other) {
            Set<Condition> both = new LinkedHashSet<>(asked);
            both.addAll(other.asked);
            return new Rows(ids.stream().filter(other.ids::contains).collect(Collectors.toCollection(TreeSet::new)), both);
        }
    }

    /** By the FULLTEXT index, but for numbers of this house; what stands in very many titles is asked of each row, and few are needed to fill a page. */
    private static Condition title(String path, String parameter, String word, Lookup lookup) {
        if (Fulltext.number(word)) {
            return NOTHING;
        }
        List<String> parts = Fulltext.words(word);
        if (parts.isEmpty() || !parts.stream().allMatch(Fulltext::kept)) {
            return Condition.of(like(List.of(path), parameter), parameter, Like.anywhere(word));
        }
        String alias = path.substring(0, path.indexOf('.'));
        Optional<List<Long>> ids = lookup.titles(path, Fulltext.question(word), MANY);
        if (ids.isPresent()) {
            return ids.get().isEmpty() ? NOTHING : Condition.of(alias + ".id in :" + parameter, parameter, ids.get());
        }
        List<Condition> all = new ArrayList<>();
        for (String part : parts) {
            String name = parameter + "w" + all.size();
            all.add(Condition.of(path + " regexp :" + name, name, Fulltext.expression(part)));
        }
        return Condition.and(all);
    }

    private static Condition starts(List<String> paths, String parameter, String text) {
        return Condition.of(like(paths, parameter), parameter, Like.beginning(text));
    }

    private static String like(List<String> paths, String parameter) {
        return paths.stream().map(p -> p + " like :" + parameter + " escape '!'").reduce((a, b) -> a + " or " + b).orElseThrow();
    }

    /**
     * The values as they were sent, read.
     *
     * @throws BadParameter if one is none of the filter's type
     */
    List<Object> read(List<String> sent) {
        Set<Object> values = new LinkedHashSet<>();
        for (String text : sent) {
            String folded = Fold.text(text);
            if (folded != null) {
                Object value = value(folded);
                if (value == null) {
                    throw BadParameter.value(name, text);
                }
                values.add(value);
            }
        }
        if (how != How.EQUAL && values.size() > 1) {
            throw BadParameter.value(name, String.join(", ", sent));
        }
        return List.copyOf(values);
    }

    private Object value(String text) {
        if (type == String.class) {
            return text;
        }
        if (type == Long.class) {
            return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : null;
        }
        if (type == Boolean.class) {
            return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
        }
        if (type == LocalDate.class) {
            try {
                return text.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(text) : null;
            } catch (DateTimeException e) {
                return null;
            }
        }
        return Arrays.stream(type.getEnumConstants()).filter(c -> ((Enum<?>) c).name().equals(text)).findFirst().orElse(null);
    }
}
