package de.schulpakt.identity.register;

import de.schulpakt.identity.Permission;

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
 */
public record SearchSource(String kind, int place, Permission permission, Within scope, String jpql, Exact exact) {
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
