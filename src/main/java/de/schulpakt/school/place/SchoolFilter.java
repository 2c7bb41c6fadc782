package de.schulpakt.school.place;

/**
 * What the list of schools asks for; null means any.
 *
 * @param text      part of name, official number or street
 * @param authority id of the authority
 * @param city      beginning of the town's name, or of the postcode
 */
public record SchoolFilter(String text, Long authority, SchoolType type, String city) {
    /** Every school. */
    public static final SchoolFilter ALL = new SchoolFilter(null, null, null, null);
}
