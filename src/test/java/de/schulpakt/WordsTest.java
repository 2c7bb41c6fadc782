package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.platform.text.Texts;
import de.schulpakt.procurement.request.RequestAction;
import de.schulpakt.procurement.request.RequestState;
import de.schulpakt.procurement.request.Way;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for one thing, as the glossary of the README lists them, and German and English as their administrations write. */
class WordsTest {
    private static final Map<String, List<String>> BANNED = Map.of(
            "de", List.of("Warenkorb", "Bedarfsmeldung", "Bedarf melden", "bewilligte[rn]? Bedarf", "\\bUser\\b", "\\bButton\\b", "\\bDashboard\\b",
                    "\\bLogin\\b", "\\bklicken\\b", "anklicken", "Gute Arbeit", "geht’s", "\\bZugänge\\b", "\\bKennwort", "Förderbereich", "\\bAdministration (legt|hilft)", "\\bdie Administration\\b", "Anmerkung", "belegt“"),
            "en", List.of("call(ed)? off", "\\bhas come\\b", "\\bhave come\\b", "Ask back", "Asked back", "\\bstands with\\b", "come into being",
                    "will not come", "there for all", "On it goes", "agree a visit", "Agree a visit", "\\bbasket\\b", "\\bdemand\\b", "exists already",
                    "is there again", "[Pp]urpose-binding", "\\b[Ll]og (in|out)\\b", "\\b[Ll]ogin\\b", "\\b[Mm]aker\\b", "\\bTimeline\\b", "administrators? of (the system|Schulpakt)", "in work\\b", "\\bno line yet"));

    @Test
    void no_text_uses_a_banned_word() throws IOException {
        List<String> found = new ArrayList<>();
        int read = 0;
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", "de", "schulpakt"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches("(texts|faces)_(de|en)\\.properties")).sorted().toList()) {
                String language = file.getFileName().toString().replaceAll(".*_(de|en)\\..*", "$1");
                Properties texts = new Properties();
                try (Reader in = Files.newBufferedReader(file)) {
                    texts.load(in);
                }
                read += texts.size();
                for (String key : texts.stringPropertyNames()) {
                    if (texts.getProperty(key).startsWith(key)) {
                        found.add(key + " (" + language + ") says its own key");
                    }
                    for (String word : BANNED.get(language)) {
                        if (Pattern.compile(word).matcher(texts.getProperty(key)).find()) {
                            found.add(key + " (" + language + "): " + texts.getProperty(key));
                        }
                    }
                }
            }
        }
        assertThat(read).as("texts read").isGreaterThan(1500);
        assertThat(found).isEmpty();
    }

    /** The steps of a request are called the same as state, on its way, in its history and in what the school is told. */
    @Test
    void the_steps_of_a_request_have_one_vocabulary() {
        Map<Way, List<Enum<?>>> steps = Map.of(
                Way.ASKED, List.of(RequestState.SUBMITTED, RequestAction.SUBMIT),
                Way.APPROVED, List.of(RequestState.APPROVED, RequestAction.APPROVE),
                Way.ORDERED, List.of(RequestState.ORDERED, RequestAction.ORDER),
                Way.DELIVERED, List.of(RequestState.DELIVERED, RequestAction.DELIVER));
        Map<Way, String> told = Map.of(Way.APPROVED, "message.request_approved", Way.ORDERED, "message.ordered");
        for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            steps.forEach((way, named) -> {
                String word = Texts.get(locale, way);
                assertThat(Texts.get(locale, named.get(0))).as("state").isEqualTo(word);
                assertThat(done(locale, named.get(1))).as("history").endsWithIgnoringCase(word);
            });
            told.forEach((way, key) -> assertThat(Texts.get(locale, key, "B-1")).as("message").contains(Texts.get(locale, way)));
            assertThat(Texts.get(locale, "requests.submitted")).isEqualToIgnoringCase(Texts.get(locale, Way.ASKED));
        }
    }

    private static String done(Locale locale, Enum<?> action) {
        String key = Texts.key(action) + ".done";
        return Texts.has(locale, key) ? Texts.get(locale, key) : Texts.get(locale, action);
    }

    @Test
    void the_glossary_of_the_readme_knows_the_words() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("| Bedarf | request |", "| Katalog | catalogue |",
                "| bewilligt, vorgemerkt, beauftragt, ausgegeben |", "| Umzug | move |");
    }
}
