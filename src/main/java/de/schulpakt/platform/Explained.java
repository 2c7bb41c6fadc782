package de.schulpakt.platform;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    /** Explains a failure; empty when it is a fault of the program, which must be logged and not explained away. */
    public static Optional<Explained> of(Throwable failure, Locale locale) {
        for (Throwable t = failure; t != null && t != t.getCause(); t = t.getCause()) {
            if (t instanceof Problem problem) {
                return Optional.of(new Explained(problem.status(), problem.code(),
                        Texts.get(locale, problem.code(), problem.args().toArray()), Map.of()));
            }
            if (t instanceof ConstraintViolationException invalid) {
                return Optional.of(invalid(invalid, locale));
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

    /** A violated constraint's name is a code too, if there is a text for it. */
    private static Optional<Explained> constraint(SQLException sql, Locale locale) {
        if (sql.getErrorCode() == 1213 || sql.getErrorCode() == 1205) {
            return Optional.of(new Explained(409, "busy", Texts.get(locale, "busy"), Map.of()));
        }
        Matcher matcher = NAMED.matcher(String.valueOf(sql.getMessage()));
        while (matcher.find()) {
            if (Texts.has(locale, matcher.group(1))) {
                return Optional.of(new Explained(409, matcher.group(1), Texts.get(locale, matcher.group(1)), Map.of()));
            }
        }
        return Optional.empty();
    }
}
