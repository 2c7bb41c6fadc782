package de.schulpakt.platform.list;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.text.Worded;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of rows by the names of their components, and as words of a language. */
public final class Cells {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final ClassValue<Map<String, MethodHandle>> COMPONENTS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).collect(Collectors.toMap(RecordComponent::getName, Cells::handle));
        }
    };

    private Cells() {
    }

    /** The value of a component. */
    public static Object value(Object row, String component) {
        try {
            return COMPONENTS.get(row.getClass()).get(component).invoke(row);
        } catch (Throwable e) {
            throw new IllegalStateException(row.getClass() + " has no " + component, e);
        }
    }

    /** True if the row has such a component. */
    public static boolean has(Object row, String component) {
        return COMPONENTS.get(row.getClass()).containsKey(component);
    }

    private static MethodHandle handle(RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return MethodHandles.lookup().unreflect(component.getAccessor());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value as people read it; empty for null. */
    public static String text(Column.Kind kind, Object value, Locale locale) {
        if (value == null) {
            return "";
        }
        return switch (kind) {
            case TEXT -> value instanceof Collection<?> many ? many.stream().map(one -> text(kind, one, locale)).collect(Collectors.joining("; "))
                    : value instanceof Worded thing ? thing.told(locale) : value.toString();
            case TOLD -> Texts.told(locale, value.toString());
            case YEAR -> value.toString();
            case NUMBER -> NumberFormat.getInstance(locale).format(value);
            case MONEY -> Money.of((Long) value).amount(locale);
            case DAY -> Texts.date(locale, (LocalDate) value);
            case INSTANT -> Texts.date(locale, Clock.day((Instant) value)) + " " + TIME.format(((Instant) value).atZone(Clock.ZONE));
            case NAME, STATE -> Texts.get(locale, (Enum<?>) value);
            case BAR -> "";
            case FLAG -> Texts.get(locale, Boolean.TRUE.equals(value) ? "list.yes" : "list.no");
        };
    }
}
