package de.schulpakt.platform.list;

import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.row.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What somebody wants to see of a list: the query parameters of its address, the same for page, file and REST.
 *
 * @param sent   each parameter with its values
 * @param strict true if what the list does not know is refused, false if it is passed over as on a page
 */
public record ListView(Map<String, List<String>> sent, boolean strict) {
    /** Number of the page. */
    public static final String PAGE = "page";
    /** Rows of a page. */
    public static final String SIZE = "size";
    /** Name of the column, with a minus for descending. */
    public static final String SORT = "sort";
    /** Id of the row after which the page begins, instead of a page number. */
    public static final String AFTER = "after";
    /** Names of the columns that are shown. */
    public static final String COLUMNS = "columns";
    static final Set<String> OWN = Set.of(PAGE, SIZE, SORT, AFTER, COLUMNS);

    /** The whole list, its first page. */
    public static ListView all() {
        return new ListView(Map.of(), true);
    }

    /** This view with one more value of a parameter; null changes nothing. */
    public ListView with(String name, Object value) {
        if (value == null) {
            return this;
        }
        Map<String, List<String>> more = new LinkedHashMap<>(sent);
        List<String> values = new ArrayList<>(sent.getOrDefault(name, List.of()));
        values.add(value instanceof Enum<?> constant ? constant.name() : value.toString());
        more.put(name, List.copyOf(values));
        return new ListView(more, strict);
    }

    /** This view with one value of a parameter, whatever was sent. */
    public ListView only(String name, Object value) {
        return without(Set.of(name)).with(name, value);
    }

    /** This view without some parameters. */
    public ListView without(Set<String> names) {
        Map<String, List<String>> less = new LinkedHashMap<>(sent);
        less.keySet().removeAll(names);
        return new ListView(less, strict);
    }

    /** This view with another page of that size, in that order. */
    public ListView page(PageRequest page) {
        return with(PAGE, page.page()).with(SIZE, page.size()).with(SORT, page.sort());
    }

    /**
     * The value of a parameter, null if it was not sent; of several values the first one on a page. Columns may be many.
     *
     * @throws BadParameter {@code parameter.twice} for a program that sends several
     */
    public String first(String name) {
        List<String> values = sent.get(name);
        if (strict && !COLUMNS.equals(name) && values != null && values.size() > 1) {
            throw BadParameter.twice(name);
        }
        return values == null || values.isEmpty() || values.get(0).isBlank() ? null : values.get(0).strip();
    }
}
