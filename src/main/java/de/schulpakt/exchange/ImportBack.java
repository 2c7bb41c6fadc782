package de.schulpakt.exchange;

import de.schulpakt.platform.text.Sentence;
import java.util.Collection;
import java.util.List;

/**
 * What goes, or went, with an import that is taken back.
 *
 * @param goes  how many of what it has made go
 * @param stays how many stay, because they were touched since or something holds them
 * @param shown the first of those that stay, each with why
 */
public record ImportBack(int goes, int stays, List<Sentence> shown) {
    private static final int MOST = 50;

    static ImportBack of(int goes, Collection<Sentence> stays) {
        return new ImportBack(goes, stays.size(), stays.stream().limit(MOST).toList());
    }
}
