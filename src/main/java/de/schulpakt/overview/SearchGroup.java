package de.schulpakt.overview;

import java.util.List;

/**
 * Hits of one kind, at most {@value #MOST}.
 *
 * @param more true if there are more
 */
public record SearchGroup(String kind, List<SearchHit> hits, Boolean more) {
    static final int MOST = 8;
}
