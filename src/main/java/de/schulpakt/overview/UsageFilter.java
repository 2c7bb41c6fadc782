package de.schulpakt.overview;

import de.schulpakt.funding.programme.Category;

/**
 * Which rows of the usage table are asked for; null where it does not matter.
 *
 * @param q part of a school's name
 */
public record UsageFilter(Long programme, Long authority, Long school, Category category, String q) {
}
