package de.schulpakt.platform.list;

import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.row.PageRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A list, declared once: where its rows come from, its columns, its filters, its order. Page, columns to choose, saved views,
 * CSV, XLSX and REST follow from it.
 *
 * @param <R> record of a row; it has a component {@code id}
 */
public final class Listing<R> {
    /** A sort key: JPQL and its direction. */
    record Key(String path, boolean descending) {
    }

    /**
     * A table that each row of the list points to.
     *
     * @param entity   of the table
     * @param alias    under which the list joins it
     * @param key      JPQL of the foreign key, in the row of the list
     * @param field    after which the list is sorted
     * @param optional true if a row may point nowhere
     */
    record Parent(String entity, String alias, String key, String field, boolean optional) {
    }

    private static final Pattern FIELD = Pattern.compile("(\\w+)\\.(\\w+)");
    private static final Pattern JOIN = Pattern.compile("(left )?join (\\w+) (\\w+) on \\3\\.id = ((\\w+)\\.\\w+)");

    private final Class<R> row;
    private final String name;
    private final String page;
    private final String from;
    private final String id;
    private final Map<String, String> joins;
    private final List<Column> columns;
    private final Map<String, String> hidden;
    private final Map<String, Filter> filters;
    private final List<Key> usual;
    private final Set<String> once;

    private Listing(Builder<R> b) {
        row = b.row;
        name = b.name;
        page = b.page;
        from = b.from;
        id = b.id;
        joins = b.joins;
        columns = List.copyOf(b.columns);
        hidden = b.hidden;
        filters = b.filters;
        once = Set.copyOf(b.once);
        usual = b.usual.isEmpty() ? List.of(new Key(id, true)) : List.copyOf(b.usual);
    }

    /**
     * Begins a declaration.
     *
     * @param row  record of a row
     * @param name of the list: key of its saved views, last part of its address in REST
     * @param page address of its page without ending, e.g. {@code /inventory/devices}
     */
    public static <R> Builder<R> of(Class<R> row, String name, String page) {
        return new Builder<>(row, name, page);
    }

    public Class<R> row() {
        return row;
    }

    public String name() {
        return name;
    }

    public String page() {
        return page;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Filter> filters() {
        return List.copyOf(filters.values());
    }

    String id() {
        return id;
    }

    /** The entity whose rows these are. */
    String entity() {
        return from.substring(0, from.indexOf(' '));
    }

    /** The columns that are shown: those that were chosen, in the order of the list; without a choice the usual ones. */
    public List<Column> shown(ListView view) {
        Set<String> names = view.sent().getOrDefault(ListView.COLUMNS, List.of()).stream().flatMap(c -> Arrays.stream(c.split(",")))
                .filter(c -> !c.isBlank()).collect(Collectors.toSet());
        Set<String> known = columns.stream().map(Column::name).collect(Collectors.toSet());
        names.stream().filter(n -> view.strict() && !known.contains(n)).findFirst().ifPresent(n -> {
            throw BadParameter.value(ListView.COLUMNS, n);
        });
        boolean any = names.stream().anyMatch(known::contains);
        return columns.stream().filter(c -> c.shown() == Column.Shown.ALWAYS
                || (any ? names.contains(c.name()) : c.shown() == Column.Shown.USUALLY)).toList();
    }

    /**
     * The conditions that the filters of a view make.
     *
     * @throws BadParameter if it is strict and has a parameter that the list does not know, or a value of another type
     */
    List<Condition> conditions(ListView view, Filter.Lookup lookup) {
        if (view.strict()) {
            view.sent().keySet().stream().filter(p -> !filters.containsKey(p) && !ListView.OWN.contains(p)).sorted().findFirst()
                    .ifPresent(unknown -> {
                        throw BadParameter.unknown(unknown);
                    });
        }
        List<Condition> all = new ArrayList<>();
        for (Filter filter : filters.values()) {
            List<Object> values = values(filter, view);
            if (!values.isEmpty()) {
                all.add(filter.condition().apply(values, lookup));
            }
        }
        return all;
    }

    private static List<Object> values(Filter filter, ListView view) {
        try {
            return filter.read(view.sent().getOrDefault(filter.name(), List.of()));
        } catch (BadParameter bad) {
            if (view.strict()) {
                throw bad;
            }
            return List.of();
        }
    }

    /** True if a filter of the list narrows it down. */
    public boolean narrowed(ListView view) {
        return filters.values().stream().anyMatch(f -> !values(f, view).isEmpty());
    }

    /** The page that is asked for. */
    PageRequest request(ListView view) {
        return PageRequest.of(number(view, ListView.PAGE), number(view, ListView.SIZE), view.first(ListView.SORT));
    }

    private static Integer number(ListView view, String name) {
        String digits = view.first(name);
        if (digits == null) {
            return null;
        }
        boolean fits = digits.matches("\\d{1,9}");
        if (!fits && view.strict()) {
            throw BadParameter.value(name, digits);
        }
        return fits ? Integer.valueOf(digits) : null;
    }

    /** By which column a view is sorted, asked for or as usual, with a minus for descending; empty if by none of them. */
    public String sort(ListView view) {
        Key first = order(view).get(0);
        return columns.stream().filter(c -> c.sort() != null && first.path().equals(c.by())).findFirst()
                .map(c -> (first.descending() ? "-" : "") + c.sort()).orElse("");
    }

    /** The order that is asked for, the last key being the id: no two rows are equal. */
    List<Key> order(ListView view) {
        String asked = view.first(ListView.SORT);
        List<Key> keys = new ArrayList<>(usual);
        if (asked != null) {
            boolean descending = asked.startsWith("-");
            String by = descending ? asked.substring(1) : asked;
            Column column = columns.stream().filter(c -> by.equals(c.sort())).findFirst().orElse(null);
            if (column != null) {
                keys = new ArrayList<>(List.of(new Key(column.by(), descending)));
            } else if (view.strict()) {
                throw BadParameter.value(ListView.SORT, asked);
            }
        }
        Parent parent = parent(keys.get(0));
        if (parent != null) {
            keys.add(1, new Key(parent.key(), keys.get(0).descending()));
        }
        if (keys.stream().noneMatch(k -> k.path().equals(id) || once.contains(k.path()))) {
            // in the same direction: an index is walked either way
            keys.add(new Key(id, keys.get(0).descending()));
        }
        return keys;
    }

    /** The table that a key belongs to, if it is joined by its id; else null. */
    Parent parent(Key key) {
        Matcher path = FIELD.matcher(key.path());
        Matcher join = path.matches() && joins.containsKey(path.group(1)) ? JOIN.matcher(joins.get(path.group(1))) : null;
        return join != null && join.matches() && join.group(3).equals(path.group(1)) && id.startsWith(join.group(5) + ".")
                ? new Parent(join.group(2), join.group(3), join.group(4), path.group(2), join.group(1) != null) : null;
    }

    /** A condition over a joined table as one over this row: the database cannot begin with that table. */
    Condition inside(Condition condition) {
        Set<String> needed = new LinkedHashSet<>();
        need(condition.jpql(), needed);
        if (condition.jpql().isEmpty()) {
            return condition;
        }
        if (needed.stream().allMatch(alias -> joins.get(alias).startsWith("left "))) {
            // what is joined on the left cannot come first
            return new Condition("case when (" + condition.jpql() + ") then 1 else 0 end = 1", condition.values());
        }
        List<String> tables = new ArrayList<>();
        List<String> on = new ArrayList<>();
        for (String alias : joins.keySet()) {
            if (needed.contains(alias)) {
                String[] parts = joins.get(alias).replaceFirst("^(left )?join ", "").split(" on ", 2);
                tables.add(parts[0]);
                on.add(parts[1]);
            }
        }
        String first = tables.get(0).substring(tables.get(0).indexOf(' ') + 1);
        String inner = "select count(" + first + ".id) from " + String.join(", ", tables) + " where " + String.join(" and ", on)
                + " and (" + condition.jpql() + ")";
        for (String alias : needed) {
            // the outer question may have joined the table too
            inner = inner.replaceAll("\\b" + alias + "\\b(?=[.,]| where)", "own_" + alias);
        }
        return new Condition("(" + inner + ") = 1", condition.values());
    }

    /** True for a condition that speaks of nothing but this joined table. */
    boolean onlyOf(String alias, Condition condition) {
        Set<String> needed = new LinkedHashSet<>();
        need(condition.jpql(), needed);
        return needed.equals(Set.of(alias)) && !condition.jpql().matches("(?s).*\\b" + id.substring(0, id.indexOf('.')) + "\\..*");
    }

    static String orderBy(List<Key> order) {
        return " order by " + String.join(", ", order.stream().map(k -> k.path() + (k.descending() ? " desc" : "")).toList());
    }

    /** All columns of the rows, from all tables. */
    String rows() {
        return "select " + cells().entrySet().stream().map(c -> c.getValue() + " as " + c.getKey() + "_")
                .collect(Collectors.joining(", ")) + " from " + from + " " + String.join(" ", joins.values());
    }

    private Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>(hidden);
        columns.stream().filter(c -> c.path() != null).forEach(c -> cells.put(c.name(), c.path()));
        cells.putIfAbsent("id", id);
        return cells;
    }

    /** The tables that these texts name, and no more: a join never changes how many rows there are. */
    String from(String... texts) {
        Set<String> needed = new LinkedHashSet<>();
        Arrays.stream(texts).forEach(text -> need(text, needed));
        return " from " + from + joins.entrySet().stream().filter(j -> needed.contains(j.getKey())).map(j -> " " + j.getValue())
                .collect(Collectors.joining());
    }

    private void need(String text, Set<String> needed) {
        joins.forEach((alias, join) -> {
            if (!needed.contains(alias) && Pattern.compile("\\b" + alias + "\\.").matcher(text).find()) {
                needed.add(alias);
                need(join.replaceAll("\\b" + alias + "\\.", ""), needed);
            }
        });
    }

    /** Collects a declaration. */
    public static final class Builder<R> {
        private final Class<R> row;
        private final String name;
        private final String page;
        private String from;
        private String id;
        private final Map<String, String> joins = new LinkedHashMap<>();
        private final List<Column> columns = new ArrayList<>();
        private final Map<String, String> hidden = new LinkedHashMap<>();
        private final Map<String, Filter> filters = new LinkedHashMap<>();
        private final List<Key> usual = new ArrayList<>();
        private final Set<String> once = new LinkedHashSet<>();

        private Builder(Class<R> row, String name, String page) {
            this.row = row;
            this.name = name;
            this.page = page;
        }

        /** The entity with its alias, e.g. {@code Device d}; its id identifies a row. */
        public Builder<R> from(String entityAndAlias) {
            from = entityAndAlias;
            id = entityAndAlias.substring(entityAndAlias.indexOf(' ') + 1) + ".id";
            return this;
        }

        /** A join under this alias; it finds one row, or with {@code left} none or one. */
        public Builder<R> join(String alias, String jpql) {
            joins.put(alias, jpql);
            return this;
        }

        /** A component of the row that is no column. */
        public Builder<R> hidden(String component, String path) {
            hidden.put(component, path);
            return this;
        }

        /** A column. What follows until the next one belongs to it. */
        public Builder<R> column(String component, String text, Column.Kind kind, String path) {
            columns.add(new Column(component, text, kind, path, null, null, Column.Shown.USUALLY, true, null, null));
            return this;
        }

        /** A bar that shows on the page how an allotted amount is used. */
        public Builder<R> bar(String name, String text) {
            return column(name, text, Column.Kind.BAR, null).pageOnly();
        }

        /** The list can be sorted after the column, under its own name. */
        public Builder<R> sorted() {
            return last(c -> c.sorted(c.name(), c.path()));
        }

        /** The list can be sorted after the column, under this name. */
        public Builder<R> sorted(String as) {
            return last(c -> c.sorted(as, c.path()));
        }

        /** The list can be sorted after the column, under this name, in truth after that JPQL. */
        public Builder<R> sorted(String as, String jpql) {
            return last(c -> c.sorted(as, jpql));
        }

        /** No two rows have the same here: a unique key of the database holds it. */
        public Builder<R> once() {
            once.add(columns.get(columns.size() - 1).path());
            return this;
        }

        /** The column cannot be hidden. */
        public Builder<R> always() {
            return last(c -> c.shown(Column.Shown.ALWAYS));
        }

        /** The column comes when it is chosen. */
        public Builder<R> asked() {
            return last(c -> c.shown(Column.Shown.ASKED));
        }

        /** The column is in the file only. */
        public Builder<R> fileOnly() {
            return last(c -> c.shown(Column.Shown.FILE));
        }

        /** The column is on the page only. */
        public Builder<R> pageOnly() {
            return last(Column::pageOnly);
        }

        /** The cell leads to a page; {@code {id}} stands for a component of the row, or else for a parameter of the list. */
        public Builder<R> link(String to) {
            return last(c -> c.linked(to));
        }

        /** An empty cell says this. */
        public Builder<R> none(String key) {
            return last(c -> c.none(key));
        }

        private Builder<R> last(Function<Column, Column> change) {
            columns.set(columns.size() - 1, change.apply(columns.get(columns.size() - 1)));
            return this;
        }

        /** Narrows down to one value, or to several that are sent under the same name. */
        public Builder<R> equal(String parameter, Class<?> type, String path) {
            return filter(Filter.equal(parameter, type, path));
        }

        /** Narrows down to values between two, under the names with {@code From} and {@code To}; both belong to it. */
        public Builder<R> between(String parameter, Class<?> type, String path) {
            filter(Filter.bound(parameter + "From", Filter.How.FROM, type, path));
            return filter(Filter.bound(parameter + "To", Filter.How.TO, type, path));
        }

        /** A column that the list completes for the rows of a page. */
        public Builder<R> later(String component, String text, Column.Kind kind) {
            return column(component, text, kind, null);
        }

        /** Narrows down to what begins so. */
        public Builder<R> starts(String parameter, String... paths) {
            return filter(Filter.starts(parameter, List.of(paths)));
        }

        /** Narrows down to where every word is found. */
        public Builder<R> words(String parameter, Words words) {
            return filter(Filter.words(parameter, words));
        }

        /** Narrows down in a way of the list's own. */
        public <V> Builder<R> own(String parameter, Class<V> type, Function<V, Condition> condition) {
            return filter(Filter.own(parameter, type, condition));
        }

        /**
         * Narrows down to values in another table, which stays small and is asked first.
         *
         * @param path   JPQL of the value, as if it were joined
         * @param key    JPQL of the foreign key to the entity
         * @param entity that has the value
         * @param field  in which it has it
         */
        public Builder<R> among(String parameter, Class<?> type, String path, String key, String entity, String field) {
            return filter(Filter.among(parameter, type, path, key, entity, field));
        }

        /** Narrows down in a way of the list's own, after looking for ids somewhere. */
        public <V> Builder<R> looked(String parameter, Class<V> type, BiFunction<V, Filter.Lookup, Condition> condition) {
            return filter(Filter.looked(parameter, type, condition));
        }

        private Builder<R> filter(Filter filter) {
            if (ListView.OWN.contains(filter.name()) || filters.put(filter.name(), filter) != null) {
                throw new IllegalArgumentException("two parameters are called " + filter.name());
            }
            return this;
        }

        /** The order without a view: JPQL, with a minus for descending. Without it the newest come first. */
        public Builder<R> usually(String... paths) {
            Arrays.stream(paths).forEach(p -> usual.add(new Key(p.startsWith("-") ? p.substring(1) : p, p.startsWith("-"))));
            return this;
        }

        /** The finished declaration. */
        public Listing<R> build() {
            return new Listing<>(this);
        }
    }
}
