package de.schulpakt.exchange;

import de.schulpakt.platform.text.Texts;
import java.time.Instant;
import java.util.Locale;

/**
 * An import in the list of imports.
 *
 * @param rowsDone rows stored so far while it runs
 * @param message  why it failed, as code and arguments; see {@link #reason}
 */
public record ImportRow(Long id, String fileName, ImportState state, Integer rowsTotal, Integer rowsDone, Integer created,
        Integer changed, Integer same, Integer wrong, String message, Long actorId, String actor, Instant createdAt,
        Instant endedAt, Integer version) {

    /** Why it failed, in words; null if it did not. */
    public String reason(Locale locale) {
        if (message == null) {
            return null;
        }
        String[] parts = message.split("\n", -1);
        return Texts.get(locale, parts[0], (Object[]) java.util.Arrays.copyOfRange(parts, 1, parts.length));
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
