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
    private static final Pattern WHOLE_FORM = Pattern.compile("<h:form id=\"(\\w+)\"[^>]*>(.*?)</h:form>", Pattern.DOTALL);
    private static final Pattern DIALOG = Pattern.compile("<k:act [^>]*[^/]>.*?</k:act>", Pattern.DOTALL);
    private static final Pattern FIELD = Pattern.compile("<h:(?:inputText|inputTextarea|selectOne\\w+|selectMany\\w+)|<k:(?:choose|money) ");
    /** A signature is given for what is read at that moment, and is not kept before it is given. */
    private static final Set<String> SIGNED = Set.of("acceptance.xhtml accept");
    private static final int LONG = 10;
    private static final Set<String> DIALOGS = Set.of("acts", "actions");
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

    @Test
    void long_forms_keep_drafts() throws IOException {
        Set<String> found = new TreeSet<>();
        Set<String> kept = new TreeSet<>();
        try (Stream<Path> pages = Files.walk(PAGES)) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".xhtml")).toList()) {
                WHOLE_FORM.matcher(Files.readString(page)).results().filter(form -> !DIALOGS.contains(form.group(1)) && typed(form.group(2)) >= LONG)
                        .forEach(form -> (form.group(2).contains("<k:draft ") ? kept : found).add(page.getFileName() + " " + form.group(1)));
            }
        }
        assertThat(kept).contains("invoice-edit.xhtml invoice", "wave-new.xhtml new", "article-new.xhtml article", "award-edit.xhtml award");
        assertThat(found).as("what is typed into a long form is kept on the server while it is typed").isSubsetOf(SIGNED);
    }

    /** Fields to type or choose, without those of dialogs, which are short forms of their own. */
    private static long typed(String form) {
        return FIELD.matcher(DIALOG.matcher(form).replaceAll("")).results().count();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
    }
}
