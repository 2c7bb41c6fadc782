package de.schulpakt.platform.list;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a free text is looked for. What grows with the work is looked for by its beginning, which an index answers; what
 * stands in a smaller table is looked for there first, and only its ids in the list.
 *
 * @param starts indexed columns that a word begins
 * @param parts  columns that a word is a part of; for lists that stay small
 * @param among  smaller tables
 */
public record Words(List<String> starts, List<String> parts, List<Among> among) {
    /**
     * A table that the list points to.
     *
     * @param path   JPQL of the foreign key
     * @param entity what it points to
     * @param alias  under which the list joins it
     * @param fields of the entity, of which a word is a part
     */
    public record Among(String path, String entity, String alias, List<String> fields) {
    }

    /** Nowhere yet. */
    public static Words in() {
        return new Words(List.of(), List.of(), List.of());
    }

    /** The beginning of these. */
    public Words starts(String... paths) {
        return new Words(plus(starts, paths), parts, among);
    }

    /** A part of these. */
    public Words parts(String... paths) {
        return new Words(starts, plus(parts, paths), among);
    }

    /** A part of these fields of another entity, joined under the alias. */
    public Words among(String path, String entity, String alias, String... fields) {
        List<Among> more = new ArrayList<>(among);
        more.add(new Among(path, entity, alias, List.of(fields)));
        return new Words(starts, parts, List.copyOf(more));
    }

    List<String> paths() {
        return Stream.of(starts.stream(), parts.stream(), among.stream().flatMap(a -> a.fields().stream().map(f -> a.alias() + "." + f)))
                .flatMap(s -> s).toList();
    }

    private static List<String> plus(List<String> before, String... more) {
        return Stream.concat(before.stream(), Stream.of(more)).toList();
    }
}
