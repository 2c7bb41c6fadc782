package de.schulpakt.platform.history;

import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.SentenceJson;
import java.time.Instant;
import java.util.List;

/**
 * One line of a timeline.
 *
 * @param action text key of what was done, e.g. {@code RequestAction.APPROVE}
 * @param from   text key of the state before, or null
 * @param to     text key of the state after, or null
 * @param facts  what else is to be said, in the language of the reader
 * @param note   what the actor wrote, or null
 */
public record HistoryEntry(Instant at, String actor, String action, String from, String to, List<Sentence> facts, String note) {
    /** A line as it is stored. */
    public HistoryEntry(Instant at, String actor, String action, String from, String to, String facts, String note) {
        this(at, actor, action, from, to, SentenceJson.read(facts), note);
    }
}
