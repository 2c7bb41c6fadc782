package de.schulpakt.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The sentences of all modules in German and English, each module's in its own bundle, one map per language. */
public final class Texts {
    /** Modules that bring texts. */
    public static final List<String> MODULES = List.of("platform", "identity", "exchange", "school", "funding", "inventory",
            "procurement", "install", "overview", "demo");
    private static final Map<String, Map<String, String>> BY_LANGUAGE =
            Map.of("de", load("de"), "en", load("en"));

    private Texts() {
    }

    /** The key of an enum constant: its class and name, e.g. {@code RequestState.SUBMITTED}. */
    public static String key(Enum<?> constant) {
        return constant == null ? null : constant.getDeclaringClass().getSimpleName() + "." + constant.name();
    }

    /** The text of a key; a missing one is shown as {@code ???key???}, which the tests look for. */
    public static String get(Locale locale, String key, Object... args) {
        String pattern = of(locale).get(key);
        if (pattern == null) {
            return "???" + key + "???";
        }
        return args.length == 0 ? pattern : new MessageFormat(pattern, locale).format(readable(locale, args));
    }

    /** The text of an enum constant. */
    public static String get(Locale locale, Enum<?> constant) {
        return constant == null ? "" : get(locale, key(constant));
    }

    /** True if there is a text for the key. */
    public static boolean has(Locale locale, String key) {
        return of(locale).containsKey(key);
    }

    /** All texts of a language; German for every language but English. */
    public static Map<String, String> of(Locale locale) {
        return BY_LANGUAGE.get("en".equals(locale.getLanguage()) ? "en" : "de");
    }

    private static Object[] readable(Locale locale, Object[] args) {
        Object[] result = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            Object arg = args[i];
            if (arg instanceof Money money) {
                result[i] = money.text(locale);
            } else if (arg instanceof Enum<?> constant) {
                result[i] = get(locale, constant);
            } else if (arg instanceof LocalDate date) {
                result[i] = date(locale, date);
            } else {
                result[i] = arg;
            }
        }
        return result;
    }

    /** A day as it is written in the language: 23.11.2026 or 23 Nov 2026. */
    public static String date(Locale locale, LocalDate date) {
        return "en".equals(locale.getLanguage())
                ? DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK).format(date)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.GERMANY).format(date);
    }

    private static Map<String, String> load(String language) {
        Map<String, String> all = new HashMap<>();
        for (String module : MODULES) {
            String path = "/de/schulpakt/" + module + "/texts_" + language + ".properties";
            try (InputStream in = Texts.class.getResourceAsStream(path)) {
                if (in == null) {
                    continue;
                }
                Properties bundle = new Properties();
                bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                bundle.stringPropertyNames().forEach(key -> all.put(key, bundle.getProperty(key)));
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        }
        return Map.copyOf(all);
    }
}
