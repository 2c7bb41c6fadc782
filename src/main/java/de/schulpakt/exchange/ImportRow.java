package de.schulpakt.exchange;

import de.schulpakt.platform.text.Sentence;
import java.time.Instant;
import java.util.Locale;

/**
 * An import in the list of imports.
 *
 * @param rowsDone rows stored so far while it runs
 * @param message  why it failed, or null; see {@link #reason}
 */
public record ImportRow(Long id, String fileName, ImportState state, Integer rowsTotal, Integer rowsDone, Integer created,
        Integer changed, Integer same, Integer wrong, Sentence message, Long actorId, String actor, Instant createdAt,
        Instant endedAt, Integer version) {

    /** Why it failed, in words; null if it did not. */
    public String reason(Locale locale) {
        return message == null ? null : message.told(locale);
    }

    /** Stored rows in percent. */
    public int percent() {
        return rowsTotal == 0 ? 0 : (int) (100L * rowsDone / rowsTotal);
    }

    ImportRow done(int rows) {
        return new ImportRow(id, fileName, state, rowsTotal, rows, created, changed, same, wrong, message, actorId, actor,
                createdAt, endedAt, version);
    }
}
