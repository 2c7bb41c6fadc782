package de.schulpakt.identity.register;

import de.schulpakt.identity.Permission;

import java.util.List;

/**
 * How the search of the top bar finds a kind of subject. A room brings it as a CDI producer.
 *
 * @param kind       the entity's name, as in {@link SubjectLink}; its word stands under {@code search.<kind>}
 * @param place      smaller stands further up
 * @param permission who may find such subjects
 * @param scope      what {@code {scope}} in the question becomes
 * @param jpql       a question for {@code id, no, title, place} with {@code {scope}} among its conditions, and {@code :start}
 *                   (begins with what was typed), {@code :any} (contains it), {@code :same} (is it), as needed
 * @param exact      which column makes a hit the one that was meant
 * @param matches    for a table that grows with the work: conditions for {@code {match}} in the question, one asked after the
 *                   other until enough is found, each answered by an index; the first looks for the number. Besides the
 *                   parameters above they may use {@code :words} (of a FULLTEXT index) and {@code :key} (what was typed
 *                   without blanks, hyphens, dots, colons and strokes, as a beginning with {@code !} as escape)
 */
public record SearchSource(String kind, int place, Permission permission, Within scope, String jpql, Exact exact, List<String> matches) {
    /** For a table that stays small: one question. */
    public SearchSource(String kind, int place, Permission permission, Within scope, String jpql, Exact exact) {
        this(kind, place, permission, scope, jpql, exact, List.of(""));
    }

    /**
     * The conditions for titles of a table that grows: frequent words are found among the newest rows, rare ones by the
     * FULLTEXT index, by the beginning of each word.
     */
    public static List<String> titles(String entity, String alias) {
        return List.of(alias + ".no like :start escape '!'",
                alias + ".id > (select max(z.id) from " + entity + " z) - 2000 and " + alias + ".title like :any escape '!'",
                "SQL('match(?) against (? in boolean mode)', " + alias + ".title, :words) > 0");
    }

    /** What the person sees of a kind. */
    public enum Within {
        /** Those of the schools {@code s}. */
        SCHOOLS,
        /** Those of the authorities {@code y}. */
        AUTHORITIES,
        /** All of them, for who has the permission anywhere. */
        ALL
    }

    /** Which column is compared with what was typed. */
    public enum Exact {
        /** The number. */
        NUMBER,
        /** The number or the title. */
        NUMBER_OR_TITLE,
        /** Neither: the kind is a list. */
        NONE
    }
}
