package de.schulpakt.overview;

import de.schulpakt.funding.programme.Category;

/**
 * Which postings are asked for; null where it does not matter.
 *
 * @param kind      the balance they make up; null for every posting
 * @param authority the authority of the schools
 */
public record PostingFilter(Balance kind, Long programme, Long authority, Long school, Category category, Long budget) {
}
