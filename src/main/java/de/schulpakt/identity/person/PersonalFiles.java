package de.schulpakt.identity.person;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.person.PersonalData;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is kept of the asker. */
@UseCases
@Unguarded("Only what is kept of the asker.")
public class PersonalFiles {
    /** So many rows of a part stand in a file; of more the number is said. */
    static final int MOST = 10_000;

    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    PersonalParts parts;

    /**
     * What one table keeps.
     *
     * @param key   its words stand under {@code personal.<key>}
     * @param end   what becomes of it when the person is forgotten
     * @param total all rows; {@code rows} holds the newest of them
     */
    public record Part(String key, PersonalData.End end, long total, List<Map<String, Object>> rows) {
    }

    /** All that is kept of somebody. */
    public record File(Long id, String login, String name, String email, Instant madeAt, List<Part> parts) {
    }

    /** All that is kept of the asker, so many rows of each part at most. */
    public File mine(int most) {
        PersonalParts.Person me = parts.person(current.somebody()).orElseThrow(() -> new NotFound("User", current.id()));
        int limit = Math.max(1, Math.min(most, MOST));
        return new File(me.id(), me.login(), me.name(), me.email(), clock.now(), parts.all().stream().map(part -> new Part(part.table() + "." + part.by(),
                part.end(), parts.count(part, me), plain(parts.rows(part, me, limit)))).filter(part -> part.total() > 0).toList());
    }

    /** Instants as such, for what the database gives. */
    private static List<Map<String, Object>> plain(List<Map<String, Object>> rows) {
        return rows.stream().map(row -> {
            Map<String, Object> plain = new LinkedHashMap<>();
            row.forEach((column, value) -> plain.put(column, value instanceof java.sql.Timestamp at ? at.toLocalDateTime().toInstant(ZoneOffset.UTC)
                    : value instanceof LocalDateTime at ? at.toInstant(ZoneOffset.UTC) : value instanceof java.sql.Date day ? day.toLocalDate() : value));
            return plain;
        }).toList();
    }
}
