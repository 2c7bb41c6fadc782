package de.schulpakt.platform.step;

import de.schulpakt.platform.BadParameter;
import de.schulpakt.platform.Problem;
import de.schulpakt.platform.Unreadable;
import de.schulpakt.platform.text.Texts;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A failure in words that a person understands: the same for pages and REST.
 *
 * @param status HTTP status
 * @param code   stable code for programs
 * @param detail the sentence
 * @param fields sentence per field of the input, empty when the whole was refused
 */
public record Explained(int status, String code, String detail, Map<String, String> fields) {
    private static final Pattern NAMED = Pattern.compile("(?:CONSTRAINT|key|Key) [`'](?:\\w+\\.)?(\\w+)[`']");

    /** Too many connections, of all or of ours; shutting down; this connection or query was ended; only reading is allowed. */
    private static final Set<Integer> GONE = Set.of(1040, 1053, 1129, 1203, 1226, 1290, 1317, 1927);
    /** No room for a table, a file or a temporary one. */
    private static final Set<Integer> FULL = Set.of(1021, 1026, 1114);
    /** What the storage engine says, with the number of the system's error: no space left. */
    private static final int ENGINE = 1030;
    private static final int FORBIDDEN = 403;
    private static final int MISSING = 404;
    private static final int AWAY = 503;

    /** A foreign key names a row that is not there. */
    private static final int NO_PARENT = 1452;

    /** Lock wait timeout, deadlock, record has changed since it was read. */
    private static final Set<Integer> BUSY = Set.of(1205, 1213, 1020);

    /** Explains a failure; empty when it is a fault of the program, which must be logged and not explained away. */
    public static Optional<Explained> of(Throwable failure, Locale locale) {
        for (Throwable t = failure; t != null && t != t.getCause(); t = t.getCause()) {
            if (t instanceof Problem problem) {
                return Optional.of(new Explained(problem.status(), problem.code(),
                        Texts.get(locale, problem.code(), problem.args().toArray()), fields(problem, locale)));
            }
            if (t instanceof ConstraintViolationException invalid) {
                return Optional.of(invalid(invalid, locale));
            }
            if (t instanceof Unreadable unreadable) {
                Map<String, String> fields = new LinkedHashMap<>();
                unreadable.fields().forEach((field, fault) -> fields.put(field, Texts.get(locale, "invalid." + fault)));
                return Optional.of(new Explained(400, "invalid", Texts.get(locale, "invalid"), fields));
            }
            if (t instanceof OptimisticLockException) {
                return Optional.of(new Explained(409, "conflict", Texts.get(locale, "conflict", ""), Map.of()));
            }
            if (t instanceof SQLException sql) {
                return constraint(sql, locale);
            }
        }
        return Optional.empty();
    }

    /** The status of a page that cannot be shown because of it: forbidden, away for now, or not there. */
    public int ofPage() {
        return status == FORBIDDEN || status == AWAY ? status : MISSING;
    }

    private static Map<String, String> fields(Problem problem, Locale locale) {
        return problem instanceof BadParameter bad
                ? Map.of(bad.parameter(), Texts.get(locale, bad.code(), bad.args().toArray())) : Map.of();
    }

    private static Explained invalid(ConstraintViolationException invalid, Locale locale) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (ConstraintViolation<?> violation : invalid.getConstraintViolations()) {
            String path = violation.getPropertyPath().toString();
            String[] parts = path.split("\\.", 3);
            String field = parts.length == 3 ? parts[2] : parts[parts.length - 1];
            String kind = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
            Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
            List<Object> args = "Size".equals(kind) ? List.of(attributes.get("min"), attributes.get("max"))
                    : attributes.containsKey("value") ? List.of(String.valueOf(attributes.get("value"))) : List.of("");
            fields.put(field, Texts.get(locale, "invalid." + kind, args.toArray()));
        }
        return new Explained(400, "invalid", Texts.get(locale, "invalid"), fields);
    }

    /** The server of the database is gone, or the pool has no connection left; the driver's transient ones are all others. */
    private static boolean away(SQLException sql) {
        return sql.getSQLState() != null && sql.getSQLState().startsWith("08") || sql instanceof SQLNonTransientConnectionException
                || GONE.contains(sql.getErrorCode()) || String.valueOf(sql.getMessage()).contains("Error in allocating a connection");
    }

    private static boolean full(SQLException sql) {
        return FULL.contains(sql.getErrorCode()) || sql.getErrorCode() == ENGINE && String.valueOf(sql.getMessage()).contains("error 28");
    }

    /** A violated constraint's name is a code too, if there is a text for it. */
    private static Optional<Explained> constraint(SQLException sql, Locale locale) {
        if (BUSY.contains(sql.getErrorCode())) {
            return Optional.of(new Explained(503, "busy", Outcome.known().sentence(locale, "busy"), Map.of()));
        }
        if (away(sql)) {
            return Optional.of(new Explained(503, "database.away", Outcome.known().sentence(locale, "database.away"), Map.of()));
        }
        if (full(sql)) {
            return Optional.of(new Explained(503, "database.full", Outcome.known().sentence(locale, "database.full"), Map.of()));
        }
        Matcher matcher = NAMED.matcher(String.valueOf(sql.getMessage()));
        while (matcher.find()) {
            if (Texts.has(locale, matcher.group(1))) {
                return Optional.of(new Explained(409, matcher.group(1), Texts.get(locale, matcher.group(1)), Map.of()));
            }
        }
        // a command named something that is not there: whoever acts everywhere passes the guard with any number
        return sql.getErrorCode() == NO_PARENT ? Optional.of(new Explained(404, "not_found", Texts.get(locale, "not_found"), Map.of()))
                : Optional.empty();
    }
}
