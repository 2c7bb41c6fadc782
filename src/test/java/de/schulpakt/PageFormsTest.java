package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes wrong with forms without any error in a page's text. */
class PageFormsTest {
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern FORM = Pattern.compile("<h:form id=\"(\\w+)\"");
    private static final Pattern PARAM = Pattern.compile("<f:viewParam name=\"(\\w+)\"");

    @Test
    void no_form_is_called_like_a_parameter_of_its_page() throws IOException {
        Set<String> found = new TreeSet<>();
        Set<Path> read = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(PAGES)) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".xhtml")).toList()) {
                String text = Files.readString(page);
                Set<String> params = names(PARAM, text);
                read.add(page);
                names(FORM, text).stream().filter(params::contains).forEach(n -> found.add(page + " " + n));
            }
        }
        assertThat(read).hasSizeGreaterThan(20);
        assertThat(found).as("a form sends its own id as a parameter: the page would read it").isEmpty();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }
}
