package de.schulpakt.platform.step;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Day;
import de.schulpakt.platform.Unreadable;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether people can read what a command holds: texts without NUL, control characters and halves of characters, and not of
 * invisible ones only; days in a span that makes sense; lists of a length that somebody can have written.
 */
final class Readable {
    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final int LONGEST_LIST = 5_000;
    private static final String FILLERS = "\u2800\u3164\u115f\u1160\uffa0\u034f\u17b4\u17b5";
    private final LocalDate today;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private Readable(LocalDate today) {
        this.today = today;
    }

    /**
     * Looks at all arguments of a use case.
     *
     * @throws Unreadable naming each field
     */
    static void check(Parameter[] parameters, Object[] arguments, LocalDate today) {
        Readable readable = new Readable(today);
        for (int i = 0; i < parameters.length; i++) {
            if (arguments[i] == null && parameters[i].getType().isRecord()) {
                readable.note(parameters[i].getName(), "NotNull");
            }
            readable.value(arguments[i] instanceof Record ? "" : parameters[i].getName(), arguments[i], null);
        }
        if (!readable.wrong.isEmpty()) {
            throw new Unreadable(readable.wrong);
        }
    }

    private void value(String path, Object value, Day span) {
        if (value instanceof String text) {
            note(path, textFault(text));
        } else if (value instanceof LocalDate day) {
            note(path, dayFault(day, span));
        } else if (value instanceof Instant at) {
            note(path, at.isBefore(FIRST.atStartOfDay(Clock.ZONE).toInstant()) || at.isAfter(LAST.atStartOfDay(Clock.ZONE).toInstant()) ? "Day" : null);
        } else if (value instanceof Collection<?> all) {
            note(path, all.size() > LONGEST_LIST ? "Many" : null);
            int i = 0;
            for (Object one : all.size() > LONGEST_LIST ? List.of() : all) {
                value(path + "[" + i++ + "]", one, null);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                value(path, key, null);
                value(path, one, null);
            });
        } else if (value instanceof Record command) {
            components(path, command);
        }
    }

    private void components(String path, Record command) {
        for (RecordComponent component : command.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                value(path.isEmpty() ? component.getName() : path + "." + component.getName(), component.getAccessor().invoke(command),
                        component.getAnnotation(Day.class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(command.getClass().getSimpleName() + "." + component.getName(), e);
            }
        }
    }

    private void note(String path, String fault) {
        if (fault != null) {
            wrong.putIfAbsent(path, fault);
        }
    }

    private String dayFault(LocalDate day, Day span) {
        LocalDate first = span == null ? FIRST : today.minusYears(span.back());
        LocalDate last = span == null ? LAST : today.plusYears(span.ahead());
        return day.isBefore(first) || day.isAfter(last) ? "Day" : null;
    }

    /** {@code Text}, {@code Invisible}, or null. */
    static String textFault(String text) {
        boolean visible = text.isBlank() && text.chars().allMatch(c -> c < 128);
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            if (type == Character.CONTROL && c != '\n' && c != '\r' && c != '\t' || type == Character.SURROGATE || (c & 0xfffe) == 0xfffe) {
                return "Text";
            }
            visible |= !Character.isWhitespace(c) && !Character.isSpaceChar(c) && type != Character.CONTROL && type != Character.FORMAT
                    && !(c >= 0xfe00 && c <= 0xfe0f) && FILLERS.indexOf(c) < 0;
        }
        return visible || text.isEmpty() ? null : "Invisible";
    }
}
