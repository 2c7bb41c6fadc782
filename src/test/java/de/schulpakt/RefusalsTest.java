package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.platform.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is refused, for which reason, is provoked by a test that names the code, and explained in both languages. */
class RefusalsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path TESTS = Path.of("src", "test", "java");
    /** What is thrown, or handed to who throws it; codes are the texts in it that are written like one. */
    private static final Pattern THROWN = Pattern.compile("(?:new (?:Refused|BadParameter|Conflict|NotFound|Forbidden)|demand)\\(((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*)\\)");
    private static final Pattern CODE = Pattern.compile("\"([a-z][a-z_]*[._][a-z_.]*[a-z])\"");

    @Test
    void every_refusal_has_a_test_and_a_sentence() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path file : files(SOURCES)) {
            Matcher thrown = THROWN.matcher(Files.readString(file));
            while (thrown.find()) {
                CODE.matcher(thrown.group(1)).results().map(result -> result.group(1)).forEach(codes::add);
            }
        }
        assertThat(codes).hasSizeGreaterThan(90).contains("visit.far", "csv.zip", "application.programme_over", "parameter.unknown");
        String tests = files(TESTS).stream().filter(file -> !file.endsWith("RefusalsTest.java")).map(RefusalsTest::text).collect(Collectors.joining());
        assertThat(codes).allSatisfy(code -> {
            assertThat(Texts.has(Locale.GERMAN, code) && Texts.has(Locale.ENGLISH, code)).as("sentence of %s", code).isTrue();
            assertThat(Pattern.compile("(?<![\\w.])" + Pattern.quote(code) + "(?![\\w.])").matcher(tests).find()).as("test of %s", code).isTrue();
        });
    }

    private static Set<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
