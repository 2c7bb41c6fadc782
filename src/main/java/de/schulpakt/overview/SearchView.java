package de.schulpakt.overview;

import java.util.List;

/**
 * The answer to a search.
 *
 * @param groups hits by kind of subject, only kinds that have some
 * @param only   the subject that was meant, if what was typed is the number or serial of exactly one; else null
 */
public record SearchView(String q, List<SearchGroup> groups, SearchHit only) {
}
