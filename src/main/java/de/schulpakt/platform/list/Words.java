package de.schulpakt.platform.list;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a free text is looked for. What grows with the work is looked for by its beginning, which an index answers; what
 * stands in another table is looked for there first, and only its ids in the list.
 *
 * @param starts indexed columns that a word begins
 * @param parts  columns that a word is a part of; for lists that stay small
 * @param titles columns with a FULLTEXT index, in which a word begins a word; one that such an index does not keep is
 *               looked for as a part
 * @param among  other tables
 * @param numbers where the numbers of a row stand, null if nowhere
 */
public record Words(List<String> starts, List<String> parts, List<String> titles, List<Among> among, Numbers numbers) {
    /**
     * A table that the list points to.
     *
     * @param path   JPQL of the foreign key
     * @param entity what it points to
     * @param alias  under which the list joins it
     * @param begins true if a word begins one of the fields, which have indexes; false if it is a part of one
     * @param fields of the entity
     */
    public record Among(String path, String entity, String alias, boolean begins, List<String> fields) {
    }

    /**
     * A table of numbers of which a row of the list has several; a word, or all of them together, is the beginning of one in whatever
     * notation.
     *
     * @param path   JPQL of the row's id
     * @param entity of a number
     * @param owner  its field with the row's id
     * @param field  its field with the number as {@link de.schulpakt.platform.text.Fold#number} gives it, indexed
     */
    public record Numbers(String path, String entity, String owner, String field) {
    }

    /** Nowhere yet. */
    public static Words in() {
        return new Words(List.of(), List.of(), List.of(), List.of(), null);
    }

    /** The beginning of a number of the row. */
    public Words numbers(String path, String entity, String owner, String field) {
        return new Words(starts, parts, titles, among, new Numbers(path, entity, owner, field));
    }

    /** The beginning of these. */
    public Words starts(String... paths) {
        return new Words(plus(starts, paths), parts, titles, among, numbers);
    }

    /** A part of these. */
    public Words parts(String... paths) {
        return new Words(starts, plus(parts, paths), titles, among, numbers);
    }

    /** The words of these. */
    public Words titles(String... paths) {
        return new Words(starts, parts, plus(titles, paths), among, numbers);
    }

    /** A part of these fields of another entity, which stays small, joined under the alias. */
    public Words among(String path, String entity, String alias, String... fields) {
        return plus(new Among(path, entity, alias, false, List.of(fields)));
    }

    /** The beginning of these fields of another entity, joined under the alias. */
    public Words startsAmong(String path, String entity, String alias, String... fields) {
        return plus(new Among(path, entity, alias, true, List.of(fields)));
    }

    private Words plus(Among one) {
        return new Words(starts, parts, titles, Stream.concat(among.stream(), Stream.of(one)).toList(), numbers);
    }

    List<String> paths() {
        return Stream.of(starts.stream(), parts.stream(), titles.stream(), among.stream().flatMap(a -> a.fields().stream().map(f -> a.alias() + "." + f)))
                .flatMap(s -> s).toList();
    }

    private static List<String> plus(List<String> before, String... more) {
        return Stream.concat(before.stream(), Stream.of(more)).toList();
    }
}
