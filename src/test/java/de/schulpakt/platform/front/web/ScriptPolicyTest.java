package de.schulpakt.platform.front.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the browser would refuse to run stands on no page, and what is no page has no address. */
class ScriptPolicyTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    /** Scripts and handlers that stand in the page. */
    private static final Pattern REFUSED = Pattern.compile("<script(?![^>]*\\ssrc=)|\\son(click|change|submit|load|input|key\\w+|focus|blur|complete)=|javascript:|h:outputScript[^>]*>[^<]");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            return files.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    @Test
    void no_page_holds_a_script_or_a_handler() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path page : pages()) {
            Matcher refused = REFUSED.matcher(Files.readString(page));
            while (refused.find()) {
                found.add(WEBAPP.relativize(page) + ": " + refused.group());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void a_part_of_a_page_stands_where_nobody_can_address_it() throws IOException {
        for (Path page : pages()) {
            String path = WEBAPP.relativize(page).toString();
            if (!path.startsWith("WEB-INF")) {
                assertThat(Files.readString(page)).as(path).containsPattern("template=\"/WEB-INF/[a-z/]+\\.xhtml\"");
            }
        }
    }
}
