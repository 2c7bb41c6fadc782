package de.schulpakt.procurement;

import de.schulpakt.funding.Category;

/**
 * What a list of requests asks for; null asks for all.
 *
 * @param text     part of number, title or the school's name
 * @param category requests with a line of this category
 */
public record RequestFilter(RequestState state, Long schoolId, String text, Category category) {
    /** Everything. */
    public static RequestFilter all() {
        return new RequestFilter(null, null, null, null);
    }
}
