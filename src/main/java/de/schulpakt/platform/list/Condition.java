package de.schulpakt.platform.list;

import de.schulpakt.platform.row.Ask;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A condition in JPQL with the values of its parameters. Names of parameters must differ where conditions meet.
 *
 * @param jpql empty for no condition
 */
public record Condition(String jpql, Map<String, Object> values) {
    /** Lets everything pass. */
    public static final Condition ALL = new Condition("", Map.of());

    /** A condition without values. */
    public static Condition of(String jpql) {
        return new Condition(jpql, Map.of());
    }

    /** A condition with one value. */
    public static Condition of(String jpql, String name, Object value) {
        return new Condition(jpql, Map.of(name, value));
    }

    /** Lets pass what all of them let pass. */
    public static Condition and(List<Condition> all) {
        return join(all, " and ");
    }

    /** Lets pass what one of them lets pass. */
    public static Condition or(List<Condition> all) {
        return join(all, " or ");
    }

    private static Condition join(List<Condition> all, String word) {
        Map<String, Object> values = new TreeMap<>();
        all.forEach(c -> values.putAll(c.values));
        return new Condition(all.stream().map(Condition::jpql).filter(c -> !c.isBlank()).map(c -> "(" + c + ")")
                .collect(Collectors.joining(word)), values);
    }

    /** JPQL with {@code where}, empty for no condition. */
    public String where() {
        return jpql.isEmpty() ? "" : " where " + jpql;
    }

    /** Sets the parameters. */
    public <T> Ask<T> bind(Ask<T> ask) {
        values.forEach(ask::set);
        return ask;
    }
}
