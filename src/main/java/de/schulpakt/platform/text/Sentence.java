package de.schulpakt.platform.text;

import de.schulpakt.platform.Ref;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A sentence that is kept as the key of its text and its values, and told in the language of whoever reads it, maybe years
 * later. Values are names, whole numbers, {@link Money}, {@link Percent}, days, instants, subjects with the label of that
 * time, sentences, and lists of these; a constant is the sentence of its text.
 */
public record Sentence(String key, List<Object> values) implements Worded {
    /** Brings the values into the form in which they are kept; what cannot be kept is a fault of the program. */
    public Sentence {
        values = values.stream().map(Sentence::kept).toList();
    }

    /** A sentence with its values; a null is an empty one. */
    public static Sentence of(String key, Object... values) {
        return new Sentence(key, Arrays.stream(values).map(v -> v == null ? "" : v).toList());
    }

    /** The text of a constant. */
    public static Sentence of(Enum<?> constant) {
        return of(Texts.key(constant));
    }

    /** The sentence in a language. */
    @Override
    public String told(Locale locale) {
        return Texts.get(locale, key, values.toArray());
    }

    /** True if the value can stand in a sentence. */
    public static boolean keeps(Object value) {
        try {
            return kept(value) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Object kept(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Enum<?> constant) {
            return of(constant);
        }
        if (value instanceof Ref ref) {
            // the place guards the line, not its parts
            return new Ref(ref.type(), ref.id(), ref.no());
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Sentence::kept).toList();
        }
        if (value instanceof String || value instanceof Long || value instanceof Money || value instanceof Percent
                || value instanceof LocalDate || value instanceof Instant || value instanceof MonthDay || value instanceof Sentence) {
            return value;
        }
        throw new IllegalArgumentException("cannot be kept: " + value);
    }
}
