package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program says in the history are keys with values; a text goes there only as somebody typed it. */
class SaidTest {
    private static final Path SOURCES = Path.of("src/main/java/de/schulpakt");
    /** The words of a person: a component of the command, or the parameter of an inner door that is called so. */
    private static final Pattern TYPED = Pattern.compile("cmd\\.\\w+\\(\\)|words|null");
    private static final Pattern WORDS = Pattern.compile("(?:Said\\.words|\\.andWords|steps\\.take)\\(");
    private static final Pattern KEPT = Pattern.compile("(?:Sentence\\.of|Said\\.that|\\.and)\\(\\s*\"([a-z_.]+)\"");

    @Test
    void the_history_takes_no_text() {
        JavaClass history = new ClassFileImporter().importClasses(History.class).get(History.class);
        List<String> doors = new ArrayList<>();
        for (JavaMethod method : history.getMethods()) {
            if (method.getName().startsWith("record")) {
                doors.add(method.getFullName());
                assertThat(method.getRawParameterTypes()).as(method.getFullName()).noneMatch(t -> t.isEquivalentTo(String.class));
            }
        }
        assertThat(doors).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void only_what_a_person_typed_is_kept_as_words() throws IOException {
        List<String> composed = new ArrayList<>();
        int seen = 0;
        for (Path file : sources()) {
            String source = Files.readString(file);
            Matcher call = WORDS.matcher(source);
            while (call.find()) {
                List<String> arguments = arguments(source, call.end());
                // take(words) with another Step is no word at all: its last argument is
                String last = arguments.get(arguments.size() - 1);
                seen++;
                if (!TYPED.matcher(last).matches() && !file.endsWith("History.java")) {
                    composed.add(file.getFileName() + ": " + call.group() + String.join(", ", arguments));
                }
            }
        }
        assertThat(composed).isEmpty();
        assertThat(seen).as("places where words are kept").isGreaterThan(20);
    }

    @Test
    void every_kept_sentence_has_a_text_whose_places_are_filled() throws IOException {
        Set<String> wrong = new TreeSet<>();
        int seen = 0;
        for (Path file : sources()) {
            String source = Files.readString(file);
            Matcher call = KEPT.matcher(source);
            while (call.find()) {
                String key = call.group(1);
                if (key.endsWith(".")) {
                    continue;
                }
                seen++;
                int values = arguments(source, source.lastIndexOf('(', call.end()) + 1).size() - 1;
                for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
                    int places = Pattern.compile("\\{(\\d)").matcher(Texts.get(locale, key)).results().mapToInt(r -> Integer.parseInt(r.group(1)) + 1)
                            .max().orElse(0);
                    if (!Texts.has(locale, key) || places > values) {
                        wrong.add(key + " in " + file.getFileName() + " with " + values + " values: " + Texts.get(locale, key));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).as("sentences that are kept").isGreaterThan(20);
    }

    @Test
    void the_scan_tells_typed_words_from_composed_ones() {
        assertThat(TYPED.matcher("cmd.reason()").matches()).isTrue();
        assertThat(TYPED.matcher("cmd.a() + cmd.b()").matches()).isFalse();
        assertThat(arguments("f(a, g(b, c), \"x, y\") + 1", 2)).containsExactly("a", "g(b, c)", "\"x, y\"");
    }

    /** The arguments of a call whose parenthesis has just been opened. */
    private static List<String> arguments(String source, int from) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        StringBuilder one = new StringBuilder();
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '"' && source.charAt(i - 1) != '\\') {
                quoted = !quoted;
            }
            if (!quoted && c == ')' && depth == 0 || !quoted && c == ',' && depth == 0) {
                arguments.add(one.toString().strip());
                one.setLength(0);
                if (c == ')') {
                    return arguments;
                }
                continue;
            }
            depth += quoted ? 0 : "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            one.append(c);
        }
        throw new IllegalArgumentException("no end of a call");
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(p -> p.toString().endsWith(".java")).sorted().toList();
        }
    }
}
