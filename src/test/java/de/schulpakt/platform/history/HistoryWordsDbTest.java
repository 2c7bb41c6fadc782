package de.schulpakt.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.demo.DemoStory;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Sentence;
import de.schulpakt.platform.text.SentenceJson;
import de.schulpakt.platform.text.Texts;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line of the history that the demo leaves, read in both languages. */
@DbTest
class HistoryWordsDbTest {
    private static final Pattern RAW = Pattern.compile("\\?\\?\\?|\\b[A-Z]{2,}_[A-Z_]+\\b|\\b[A-Z]\\w+\\.[A-Z_]{2,}\\b|\\{\\d");
    /** A name holds no amount and no day: those are values of their own. */
    private static final Pattern WRITTEN = Pattern.compile("\\d[.,]\\d\\d (EUR|%)|\\d{2}\\.\\d{2}\\.\\d{4}|\\d{4}-\\d{2}-\\d{2}");

    /** Here a person has typed the name: where a value was read. */
    private static final Set<String> TYPED = Set.of("said.source", "funding.warns");

    @Test
    void every_line_of_the_demo_reads_well_in_both_languages(Db db) throws IOException {
        assertThat(db.get(DemoStory.class).tell()).isTrue();
        List<HistoryEntry> lines = db.tx(() -> db.get(EntityManager.class).createQuery("select new de.schulpakt.platform.history.HistoryEntry(h.at, h.actorName,"
                + " h.action, h.fromState, h.toState, h.facts, h.note) from HistoryRow h", HistoryEntry.class).getResultList());
        String story = sources(Path.of("src/main/java/de/schulpakt/demo"));
        Map<Locale, Set<String>> foreign = Map.of(Locale.GERMAN, onlyIn(Locale.ENGLISH), Locale.ENGLISH, onlyIn(Locale.GERMAN));
        Set<String> actions = new HashSet<>();
        Set<String> keys = new TreeSet<>();
        for (HistoryEntry line : lines) {
            actions.add(line.action());
            line.facts().forEach(f -> keys.add(f.key()));
            for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
                assertThat(Texts.has(locale, line.action())).as(line.action()).isTrue();
                for (Sentence fact : line.facts()) {
                    String told = fact.told(locale);
                    assertThat(told).as("%s in %s", line, locale).isNotBlank().doesNotContainPattern(RAW);
                    assertThat(words(nameless(fact).told(locale))).as("%s in %s", told, locale).doesNotContainAnyElementsOf(foreign.get(locale));
                    named(fact).stream().filter(n -> !TYPED.contains(fact.key())).forEach(name -> assertThat(name).as("a name in %s", line).doesNotContainPattern(WRITTEN)
                            .doesNotContainPattern(RAW).matches(n -> !isText(n), "is no text of the program"));
                }
            }
            if (line.note() != null) {
                assertThat(story).as("what somebody typed stands in the story").contains(line.note());
            }
        }
        List<String> security = db.get(EntityManager.class).createQuery("select e.detail from SecurityEvent e where e.detail is not null",
                String.class).getResultList();
        assertThat(security).as("lines of the security log").isNotEmpty();
        security.forEach(detail -> SentenceJson.read(detail).forEach(d -> foreign.forEach((locale, words) ->
                assertThat(d.told(locale)).isNotBlank().doesNotContainPattern(RAW))));
        assertThat(actions).as("kinds of lines").hasSizeGreaterThan(30);
        assertThat(keys).as("kinds of facts").hasSizeGreaterThanOrEqualTo(10);
    }

    /** The same sentence with every name taken out, so that only words of the program remain. */
    private static Sentence nameless(Sentence sentence) {
        return new Sentence(sentence.key(), sentence.values().stream().map(HistoryWordsDbTest::nameless).toList());
    }

    private static Object nameless(Object value) {
        if (value instanceof Sentence sentence) {
            return nameless(sentence);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(HistoryWordsDbTest::nameless).toList();
        }
        return value instanceof String || value instanceof Ref ? "" : value instanceof Money ? Money.ZERO : value;
    }

    private static List<String> named(Object value) {
        if (value instanceof Sentence sentence) {
            return sentence.values().stream().flatMap(v -> named(v).stream()).toList();
        }
        if (value instanceof List<?> list) {
            return list.stream().flatMap(v -> named(v).stream()).toList();
        }
        return value instanceof String name ? List.of(name) : value instanceof Ref ref ? List.of(ref.no()) : List.of();
    }

    /** Rooms are called like kinds of rooms; nothing else has the name of a state, a role or a category. */
    private static boolean isText(String name) {
        return Stream.of(Locale.GERMAN, Locale.ENGLISH).anyMatch(l -> Texts.of(l).entrySet().stream()
                .anyMatch(t -> t.getValue().equals(name) && t.getKey().matches("(?!RoomKind|ModelKind)[A-Z]\\w+\\.[A-Z_]+")));
    }

    private static Locale other(Locale locale) {
        return locale.equals(Locale.GERMAN) ? Locale.ENGLISH : Locale.GERMAN;
    }

    private static Set<String> onlyIn(Locale locale) {
        Set<String> all = vocabulary(locale);
        all.removeAll(vocabulary(other(locale)));
        return all;
    }

    private static Set<String> vocabulary(Locale locale) {
        return Texts.of(locale).values().stream().flatMap(t -> words(t).stream()).collect(Collectors.toSet());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}]+")).filter(w -> w.length() > 2).toList();
    }

    private static String sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
