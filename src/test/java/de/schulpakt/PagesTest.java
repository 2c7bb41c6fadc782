package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of the pages must keep to, and the browser would notice only by chance. */
class PagesTest {
    private static final Path PAGES = Path.of("src", "main", "webapp");

    @Test
    void no_form_is_called_like_a_parameter_of_its_page() throws IOException {
        List<String> found = new ArrayList<>();
        int forms = 0;
        for (Path page : pages()) {
            String source = Files.readString(page);
            Set<String> both = all(source, "<f:viewParam name=\"([^\"]+)\"");
            Set<String> ids = all(source, "<h:form[^>]* id=\"([^\"]+)\"");
            forms += ids.size();
            both.retainAll(ids);
            both.forEach(name -> found.add(page + ": " + name + " is sent by the form and read as the parameter"));
        }
        assertThat(forms).isGreaterThan(10);
        assertThat(found).isEmpty();
    }

    @Test
    void no_page_carries_a_script_or_a_handler() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path page : pages()) {
            for (String line : all(Files.readString(page), "(<script(?![^>]* src=)[^>]*>|\\son(?:click|change|input|submit|load|keydown)=\"[^\"]*\"|<p:poll|javascript:)")) {
                found.add(page + ": " + line);
            }
        }
        assertThat(found).as("the content security policy lets none of them run").isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(f -> f.toString().endsWith(".xhtml")).sorted().toList();
        }
    }

    private static Set<String> all(String source, String pattern) {
        Set<String> found = new HashSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(source);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
