package de.schulpakt.platform.text;

import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences of all areas in German and English, each area's in its own bundle, one map per language. */
public final class Texts {
    private static final String BUNDLE = "texts_";
    private static final Path OPEN = Path.of(System.getProperty("schulpakt.dev", "there-is-none"), "de", "schulpakt");
    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();
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
        return args.length == 0 ? pattern : new MessageFormat(pattern, locale).format(numbered(pattern, readable(locale, args)));
    }

    /** A number that came as text is one again where a place chooses by it or writes it as a number, which refuses any text. */
    private static Object[] numbered(String pattern, Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String text && pattern.contains("{" + i + ",") && text.matches("-?\\d{1,18}")) {
                values[i] = Long.valueOf(text);
            }
        }
        return values;
    }

    /** What was kept as the key of a text and, one a line, what fills its places; null for null. */
    public static String told(Locale locale, String kept) {
        if (kept == null) {
            return null;
        }
        String[] parts = kept.split("\n", -1);
        return get(locale, parts[0], (Object[]) Arrays.copyOfRange(parts, 1, parts.length));
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
        String language = "en".equals(locale.getLanguage()) ? "en" : "de";
        return Files.isDirectory(OPEN) ? open(language) : BY_LANGUAGE.get(language);
    }

    /** The texts as they stand in the open folder of the launcher's {@code dev}, read again when one has changed. */
    private static Map<String, String> open(String language) {
        try {
            Map<String, String> all = new HashMap<>();
            StringBuilder state = new StringBuilder(language);
            List<Path> files = areas(OPEN).stream().map(area -> OPEN.resolve(area).resolve(BUNDLE + language + ".properties")).toList();
            for (Path file : files) {
                state.append(' ').append(Files.getLastModifiedTime(file).toMillis());
            }
            Map<String, String> known = READ.get(state.toString());
            if (known != null) {
                return known;
            }
            for (Path file : files) {
                read(Files.newInputStream(file), all);
            }
            READ.keySet().removeIf(old -> old.startsWith(language));
            READ.put(state.toString(), all);
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(InputStream stream, Map<String, String> into) throws IOException {
        try (InputStream in = stream) {
            Properties bundle = new Properties();
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            bundle.stringPropertyNames().forEach(key -> into.put(key, bundle.getProperty(key)));
        }
    }

    private static Object[] readable(Locale locale, Object[] args) {
        return Arrays.stream(args).map(arg -> readable(locale, arg)).toArray();
    }

    /** A value as it is read in the language: an amount, a day, a constant, a sentence in words; all else as it is. */
    public static Object readable(Locale locale, Object value) {
        if (value instanceof Money money) {
            return money.text(locale);
        }
        if (value instanceof Percent percent) {
            return percent.text(locale);
        }
        if (value instanceof Enum<?> constant) {
            return get(locale, constant);
        }
        if (value instanceof Sentence sentence) {
            return sentence.told(locale);
        }
        if (value instanceof Ref ref) {
            return ref.no();
        }
        if (value instanceof LocalDate date) {
            return date(locale, date);
        }
        if (value instanceof MonthDay day) {
            return DateTimeFormatter.ofPattern("en".equals(locale.getLanguage()) ? "d MMMM" : "d. MMMM", locale).format(day);
        }
        if (value instanceof Instant at) {
            return instant(locale, at);
        }
        return value instanceof List<?> list
                ? list.stream().map(one -> String.valueOf(readable(locale, one))).collect(Collectors.joining(", ")) : value;
    }

    /** An instant as it is written in the language, in Berlin: 23.11.2026 10:42. */
    public static String instant(Locale locale, Instant at) {
        return date(locale, Clock.day(at)) + " " + DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(Clock.ZONE));
    }

    /** A day as it is written in the language: 23.11.2026 or 23 Nov 2026. */
    public static String date(Locale locale, LocalDate date) {
        return "en".equals(locale.getLanguage())
                ? DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK).format(date)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.GERMANY).format(date);
    }

    /**
     * The areas that bring texts: every folder below {@code de/schulpakt} that holds a bundle. They are found and not listed,
     * so that a new area needs no change here.
     */
    public static List<String> areas() {
        try {
            URI here = Texts.class.getResource("/de/schulpakt/platform/" + BUNDLE + "de.properties").toURI();
            if (!"jar".equals(here.getScheme())) {
                return areas(Path.of(here).getParent().getParent());
            }
            try (FileSystem jar = FileSystems.newFileSystem(here, Map.<String, Object>of())) {
                return areas(jar.provider().getPath(here).getParent().getParent());
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the texts cannot be found", e);
        }
    }

    private static List<String> areas(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(f -> Files.exists(f.resolve(BUNDLE + "de.properties")))
                    .map(f -> f.getFileName().toString().replace("/", "")).sorted().toList();
        }
    }

    private static Map<String, String> load(String language) {
        Map<String, String> all = new HashMap<>();
        for (String area : areas()) {
            String path = "/de/schulpakt/" + area + "/" + BUNDLE + language + ".properties";
            try {
                read(Texts.class.getResourceAsStream(path), all);
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        }
        return Map.copyOf(all);
    }
}
