package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.platform.web.TextsBean;
import jakarta.el.ELException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.glassfish.expressly.parser.ELParser;
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

    /** The name of a form is a field of it, and a field of such a name stands before what the form itself can do. */
    @Test
    void no_form_is_called_like_something_that_forms_do() throws IOException {
        Set<String> taken = Set.of("submit", "requestSubmit", "reset", "remove", "elements", "action", "method", "target", "closest", "matches",
                "focus", "blur", "click", "dataset", "classList", "querySelector", "addEventListener", "dispatchEvent", "checkValidity", "reportValidity");
        List<String> found = new ArrayList<>();
        int forms = 0;
        for (Path page : pages()) {
            for (String id : all(Files.readString(page), "<h:form id=\"(\\w+)\"")) {
                forms++;
                if (taken.contains(id)) {
                    found.add(page + ": " + id);
                }
            }
        }
        assertThat(forms).isGreaterThan(100);
        assertThat(found).isEmpty();
    }

    /** A text with more values than the bean of texts takes is a failure only when somebody opens the page. */
    @Test
    void no_text_is_given_more_values_than_can_be_given() throws IOException {
        int most = Arrays.stream(TextsBean.class.getMethods()).filter(m -> m.getName().equals("f")).mapToInt(Method::getParameterCount).max().orElseThrow();
        List<String> found = new ArrayList<>();
        int texts = 0;
        for (Path page : pages()) {
            String written = Files.readString(page);
            for (int at = written.indexOf("t.f("); at >= 0; at = written.indexOf("t.f(", at + 1)) {
                int values = 1;
                int depth = 1;
                boolean quoted = false;
                for (int i = at + 4; depth > 0; i++) {
                    char c = written.charAt(i);
                    quoted ^= c == '\'';
                    depth += quoted ? 0 : c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                    values += !quoted && depth == 1 && c == ',' ? 1 : 0;
                }
                texts++;
                if (values > most) {
                    found.add(page + ": " + written.substring(at, Math.min(written.length(), at + 80)));
                }
            }
        }
        assertThat(texts).isGreaterThan(500);
        assertThat(found).isEmpty();
    }

    @Test
    void every_expression_can_be_read() throws IOException {
        List<String> found = new ArrayList<>();
        int expressions = 0;
        for (Path page : pages()) {
            for (String expression : all(Files.readString(page), "(#\\{[^}]*\\})")) {
                expressions++;
                try {
                    ELParser.parse(unescaped(expression));
                } catch (ELException e) {
                    found.add(page + ": " + expression);
                }
            }
        }
        assertThat(expressions).isGreaterThan(1000);
        assertThat(found).as("a page with such an expression is a failure only when somebody opens it").isEmpty();
    }

    private static String unescaped(String expression) {
        return expression.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
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

    @Test
    void fields_for_passwords_hide_what_is_typed_and_say_what_they_are_for() throws IOException {
        List<String> found = new ArrayList<>();
        int fields = 0;
        for (Path page : pages()) {
            String source = Files.readString(page);
            for (String field : all(source, "(<h:inputSecret[^>]*>)")) {
                fields++;
                if (!field.matches(".* a:autocomplete=\"(current|new)-password\".*") || field.contains("onpaste")) {
                    found.add(page + ": " + field);
                }
            }
            all(source, "(<h:inputText[^>]*[pP]assword[^>]*>)").forEach(field -> found.add(page + ": " + field));
        }
        assertThat(fields).isGreaterThan(3);
        assertThat(found).isEmpty();
    }

    @Test
    void every_page_has_the_way_out() throws IOException {
        assertThat(Files.readString(PAGES.resolve("WEB-INF/layout.xhtml"))).contains("/logout");
        List<String> found = new ArrayList<>();
        for (Path page : pages()) {
            boolean address = !page.startsWith(PAGES.resolve("WEB-INF")) && !page.startsWith(PAGES.resolve("resources"));
            if (address && !framed(Files.readString(page))) {
                found.add(page.toString());
            }
        }
        assertThat(found).isEmpty();
    }

    /** True if the page, or what it is made of, stands in the frame of all pages. */
    private static boolean framed(String source) throws IOException {
        for (String part : all(source, "(?:template|src)=\"(/WEB-INF/[^\"]+[.]xhtml)\"")) {
            if (part.equals("/WEB-INF/layout.xhtml") || framed(Files.readString(PAGES.resolve(part.substring(1))))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void the_war_holds_no_hidden_file() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("."))).isEmpty();
        }
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
