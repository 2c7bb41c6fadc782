package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import de.schulpakt.exchange.FactChange;
import de.schulpakt.funding.ledger.PostingSource;
import de.schulpakt.funding.ledger.SpendingSource;
import de.schulpakt.kit.OwnClasses;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Texts;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence exists in German and English, is well-formed, and every code and state has one. */
class TextsTest {
    /** Numbers in these are bounds of the program, or more than one by what was compared. */
    private static final Set<String> BOUNDS = Set.of("print.figures.some", "readiness_map.cut", "school.import.point_shared", "jobs.every_minutes", "level.order",
            "wave.far", "wave.too_many", "trip.long", "plan.span", "ticket.due_far", "team.far", "board.cut", "effort.day_full", "wave.schools_some",
            "back.in_store", "request.payer_twice", "request.too_many_lines", "order.expected_far", "award.day_far", "order.award_none", "order.award_same",
            "order.devices_some", "order.too_many_lines", "csv.too_many_rows", "devices.too_many", "set_move.days", "booking.too_long", "transfer.back_on",
            "revision.decision_incomplete", "comment.mentions", "comment.late");

    private static final Path SOURCES = Path.of("src/main/java/de/schulpakt");
    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path BUNDLES = Path.of("src/main/resources/de/schulpakt");
    private static final Pattern CODE = Pattern.compile("new Refused\\(\\s*\"([^\"]+)\"");
    private static final Pattern PAGE_KEY = Pattern.compile("\\bt\\['([^'\"]+)'\\]|\\bt\\.f\\('([^'\"]+)'");
    private static final Pattern TOLD = Pattern.compile("news\\.tell(?:Person)?\\([^;]*?\"([a-z_.]+)\"");
    private static final Pattern SUCCESS = Pattern.compile("act\\.run\\([^;]*?,\\s*\"([a-z_]+\\.[a-z_.]+)\"\\s*[,)]", Pattern.DOTALL);
    private static final Pattern HIT_BY_PEOPLE = Pattern.compile("CONSTRAINT (\\w+) (?:UNIQUE|CHECK)");

    @Test
    void each_fact_that_an_import_changes_has_its_word() throws java.io.IOException {
        java.util.Set<String> facts = new java.util.TreeSet<>();
        try (java.util.stream.Stream<java.nio.file.Path> files = java.nio.file.Files.walk(java.nio.file.Path.of("src/main/java"))) {
            for (java.nio.file.Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                java.util.regex.Pattern.compile("new FactChange\\(\"(\\w+)\"").matcher(java.nio.file.Files.readString(file)).results().forEach(m -> facts.add(m.group(1)));
            }
        }
        assertThat(facts).contains("offerFrom", "price", "validTo");
        for (java.util.Locale locale : java.util.List.of(java.util.Locale.GERMAN, java.util.Locale.ENGLISH)) {
            assertThat(facts).allSatisfy(fact -> assertThat(de.schulpakt.platform.text.Texts.get(locale, "fact." + fact)).doesNotContain("fact." + fact));
        }
    }

    /** Who reads a dry run may read another language than who made it, so no room writes an amount or a day out in German. */
    @Test
    void no_amount_or_day_of_an_import_is_written_out_before_it_is_read() throws IOException {
        List<String> written = new ArrayList<>();
        Pattern out = Pattern.compile("new FactChange\\([^;\\n]*(\\.format\\(|\\.toString\\(\\)|\\.toPlainString\\(\\))[^;\\n]*;|amount\\(Locale\\.GERMAN\\)\\s*\\+");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/de/schulpakt"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                out.matcher(Files.readString(file)).results().forEach(m -> written.add(file.getFileName() + ": " + m.group()));
            }
        }
        assertThat(written).isEmpty();
        assertThat(Texts.readable(Locale.ENGLISH, new FactChange("price", null, Money.of(123456)).after())).isEqualTo("1,234.56 EUR");
    }

    @Test
    void german_and_english_have_the_same_keys() throws IOException {
        for (String module : Texts.areas()) {
            assertThat(keys(module, "en")).as(module).isEqualTo(keys(module, "de"));
        }
    }

    /** What a job said last is kept as text, numbers too; the page of jobs fills it in again. */
    @Test
    void what_a_job_has_said_is_told_from_what_was_kept() throws IOException {
        int told = 0;
        for (String module : Texts.areas()) {
            for (String key : keys(module, "de").stream().filter(k -> k.startsWith("job.")).toList()) {
                for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
                    assertThat(Texts.told(locale, key + "\n3\n2\n1")).as(key).isNotBlank().doesNotContain("???");
                    told++;
                }
            }
        }
        assertThat(told).isGreaterThan(100);
        assertThat(Texts.told(Locale.GERMAN, "job.kind.snapshots_done\n1")).startsWith("eine Stichtagsmeldung");
    }

    @Test
    void a_key_exists_once_over_all_modules() throws IOException {
        Map<String, String> owner = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String module : Texts.areas()) {
            Path file = BUNDLES.resolve(module).resolve("texts_de.properties");
            if (!Files.exists(file)) {
                continue;
            }
            for (String line : Files.readAllLines(file)) {
                if (line.isBlank() || line.startsWith("#") || !line.contains("=") || line.startsWith(" ")) {
                    continue;
                }
                String key = line.substring(0, line.indexOf('=')).strip();
                String other = owner.put(key, module);
                if (other != null) {
                    twice.add(key + " in " + other + " and " + module);
                }
            }
        }
        assertThat(twice).isEmpty();
    }

    @Test
    void texts_are_complete_sentences_of_a_message_format() {
        for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            Texts.of(locale).forEach((key, text) -> {
                assertThat(text).as(key).isNotBlank();
                assertThat(text).as("ASCII apostrophe is a quote for MessageFormat: " + key).doesNotContain("'");
                new MessageFormat(text, locale);
            });
        }
    }

    @Test
    void one_of_a_thing_is_not_told_as_many() {
        Map<Locale, String> many = Map.of(Locale.ENGLISH, "pieces|devices|tickets|requests|links|lines|schools|days|files|minutes|hours|months|years|names"
                + "|serial numbers|working days|notices|people|pupils|rooms|orders|visits|loans|invoices|receipts",
                Locale.GERMAN, "Geräten?|Tickets|Bedarfen?|Links|Zeilen|Schulen|Tagen?|Dateien|Minuten|Stunden|Monaten?|Jahren?|Namen|Seriennummern"
                        + "|Arbeitstagen?|Mitteilungen|Personen|Räumen?|Bestellungen|Termine|Leihen|Rechnungen|Belege");
        Set<String> found = new TreeSet<>();
        many.forEach((locale, nouns) -> Texts.of(locale).forEach((key, text) -> {
            String alike = text.replaceAll("\\{\\d, ?choice,(?:[^{}]|\\{\\d\\})*\\}", "");
            if (Pattern.compile("\\{\\d\\} (?:" + nouns + ")\\b").matcher(alike).find() && !BOUNDS.contains(key)) {
                found.add(locale + " " + key + "=" + text);
            }
        }));
        assertThat(found).as("a number that may be 1 needs a choice of words, or its key stands among those that are never 1").isEmpty();
    }

    @Test
    void both_languages_fill_the_same_places() {
        Pattern place = Pattern.compile("\\{(\\d)");
        Texts.of(Locale.GERMAN).forEach((key, german) -> {
            String english = Texts.of(Locale.ENGLISH).getOrDefault(key, "");
            assertThat(places(place, english)).as(key).isEqualTo(places(place, german));
        });
    }

    @Test
    void every_enum_constant_has_a_text() {
        JavaClasses classes = OwnClasses.all();
        Set<String> missing = new TreeSet<>();
        for (JavaClass type : classes) {
            if (type.isEnum() && !type.isMemberClass() && !Set.of("Tone").contains(type.getSimpleName())
                    && type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)) {
                for (Object constant : type.reflect().getEnumConstants()) {
                    String key = Texts.key((Enum<?>) constant);
                    if (!Texts.has(Locale.GERMAN, key)) {
                        missing.add(key);
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_code_message_and_page_key_has_a_text() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path file : files(SOURCES, ".java")) {
            String source = Files.readString(file);
            for (Pattern pattern : List.of(CODE, TOLD, SUCCESS)) {
                collect(pattern.matcher(source), file, missing);
            }
        }
        for (Path file : files(PAGES, ".xhtml")) {
            collect(PAGE_KEY.matcher(Files.readString(file)), file, missing);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_source_of_postings_has_a_text() throws ReflectiveOperationException {
        Set<String> kinds = new TreeSet<>();
        for (JavaClass type : OwnClasses.all()) {
            if (!type.isInterface() && (type.isAssignableTo(PostingSource.class) || type.isAssignableTo(SpendingSource.class))) {
                Constructor<?> constructor = type.reflect().getDeclaredConstructor();
                constructor.setAccessible(true);
                Object source = constructor.newInstance();
                kinds.addAll(source instanceof PostingSource posting ? posting.kinds() : ((SpendingSource) source).kinds());
            }
        }
        assertThat(kinds).contains("invoice_discount", "request_item").allSatisfy(kind -> {
            assertThat(Texts.has(Locale.GERMAN, "funding.source." + kind)).as(kind).isTrue();
            assertThat(Texts.has(Locale.ENGLISH, "funding.source." + kind)).as(kind).isTrue();
        });
    }

    @Test
    void every_constraint_has_a_text_because_its_name_is_a_code() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path file : files(Path.of("db"), ".sql")) {
            if (file.getFileName().toString().startsWith("V")) {
                collect(HIT_BY_PEOPLE.matcher(Files.readString(file)), file, missing);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void pages_hold_no_text_of_their_own() throws IOException {
        Set<String> found = new TreeSet<>();
        Pattern words = Pattern.compile(">\\s*([^<>#{}]*[A-Za-zÄÖÜäöüß]{3,}[^<>#{}]*)\\s*<");
        for (Path file : files(PAGES, ".xhtml")) {
            String page = Files.readString(file).replaceAll("(?s)<!--.*?-->|<script.*?</script>|<style.*?</style>|<[!?][^>]*>", "")
                    .replaceAll("#\\{[^}]*\\}", "#");
            Matcher matcher = words.matcher(page);
            while (matcher.find()) {
                String text = matcher.group(1).strip();
                if (!Set.of("Deutsch", "English", "Schul", "pakt", "Schulpakt", "CSV", "XLSX").contains(text)) {
                    found.add(file + ": " + text);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static void collect(Matcher matcher, Path file, Set<String> missing) {
        while (matcher.find()) {
            for (int i = 1; i <= matcher.groupCount(); i++) {
                String key = matcher.group(i);
                // a key that ends in a point is the beginning of one that the page completes
                if (key != null && !key.endsWith(".") && !(Texts.has(Locale.GERMAN, key) && Texts.has(Locale.ENGLISH, key))) {
                    missing.add(key + " (" + file.getFileName() + ")");
                }
            }
        }
    }

    private static Set<String> places(Pattern place, String text) {
        return place.matcher(text).results().map(r -> r.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String module, String language) throws IOException {
        Path file = BUNDLES.resolve(module).resolve("texts_" + language + ".properties");
        if (!Files.exists(file)) {
            return Set.of();
        }
        Properties bundle = new Properties();
        bundle.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
        return new TreeSet<>(bundle.stringPropertyNames());
    }

    private static List<Path> files(Path root, String end) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(p -> p.toString().endsWith(end)).sorted().toList();
        }
    }
}
