package de.schulpakt;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program must not do anywhere, read from its classes, its sources and its script. */
@AnalyzeClasses(packages = "de.schulpakt", importOptions = ImportOption.DoNotIncludeTests.class)
class SecurityTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern DIGEST = Pattern.compile("(?:MessageDigest|Mac|Cipher|KeyGenerator|SecretKeyFactory|Signature)\\.getInstance\\(([^)]*)\\)");
    private static final Pattern REGEX = Pattern.compile("(?:Pattern\\.compile|\\.matches|\\.replaceAll|\\.replaceFirst)\\(([^\"\\s)][^,)]*)[,)]");

    /** Who reaches another machine; each has a setting of the operator or an address that an administrator allows. */
    private static final DescribedPredicate<JavaClass> CALLERS = name("de.schulpakt.notice.hook.HookSender")
            .or(name("de.schulpakt.platform.mail.MailJob")).or(name("de.schulpakt.paper.Scanner"))
            .or(name("de.schulpakt.identity.provider.ProviderClient")).or(resideInAPackage("de.schulpakt.launcher.."));

    @ArchTest
    static final ArchRule nobody_else_reaches_another_machine = noClasses().that(not(CALLERS)).should().dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(Socket|http\\..*|HttpURLConnection|URLConnection|DatagramSocket)|jakarta\\.mail\\.Transport|javax\\.net\\..*");

    /** A random sample is drawn from a seed that is kept, so that it can be drawn again; a pause is no secret. */
    @ArchTest
    static final ArchRule what_must_not_be_guessed_is_made_by_a_secure_source = noClasses().that(not(resideInAPackage("de.schulpakt.launcher..")))
            .and().doNotHaveFullyQualifiedName("de.schulpakt.platform.step.WholeUseCase").and().doNotHaveFullyQualifiedName("de.schulpakt.funding.audit.Samples")
            .should().dependOnClassesThat().belongToAnyOf(Random.class, ThreadLocalRandom.class).orShould().callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule nothing_is_made_of_a_stream_of_objects = noClasses().should().dependOnClassesThat()
            .haveNameMatching("java\\.io\\.ObjectInputStream|java\\.beans\\.XMLDecoder|javax\\.script\\..*");

    private static DescribedPredicate<JavaClass> name(String name) {
        return DescribedPredicate.describe(name, c -> c.getName().equals(name) || c.getName().startsWith(name + "$"));
    }

    @Test
    void sums_and_ciphers_are_those_of_the_list() throws IOException {
        assertThat(found(DIGEST)).containsOnlyKeys("\"Ed25519\"", "\"SHA-256\"", "\"HmacSHA256\"", "\"AES/GCM/NoPadding\"");
    }

    /** A pattern that a person could write could take hours to match. */
    @Test
    void patterns_stand_in_the_program() throws IOException {
        assertThat(found(REGEX).values().stream().flatMap(List::stream).distinct()).as("files with patterns that are no text in place: each is made of constants")
                .containsExactlyInAnyOrder("Bought.java", "Calendar.java", "CauseFinder.java", "IdentifierKind.java", "ListTable.java", "OwnFieldColumn.java",
                        "PaperRemovalServlet.java", "ProblemMapper.java", "ReadyFill.java", "RuleKind.java", "SignIns.java", "WaitingQueries.java");
    }

    /** Each group of what matches, with the files in which it stands. */
    private static Map<String, List<String>> found(Pattern pattern) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                for (MatchResult hit : pattern.matcher(Files.readString(file)).results().toList()) {
                    if (!hit.group(1).isBlank()) {
                        found.computeIfAbsent(hit.group(1), k -> new ArrayList<>()).add(file.getFileName().toString());
                    }
                }
            }
        }
        return found;
    }

    @Test
    void what_operators_are_told_of_security_is_there() throws IOException {
        String told = Files.readString(Path.of("config", "README.md")).replaceAll("\\s+", " ");
        String logging = Files.readString(Path.of("config", "logging.properties"));
        assertThat(told).contains("*Secret*", "*Personal*", "*Internal*", "*Public*", "Cryptography.", "Updates.", "Ways out.")
                .contains(setting(logging, "count").equals("5") ? "five files" : "?", Long.parseLong(setting(logging, "limit")) / 1_000_000 + " MB each");
        String web = Files.readString(Path.of("src", "main", "webapp", "WEB-INF", "web.xml"));
        assertThat(told).contains(after(web, "<session-timeout>(\\d+)<") + " minutes without a request",
                "Tables up to " + Long.parseLong(after(web, "<param-name>upload</param-name><param-value>(\\d+)<")) / 1024 / 1024 / 11 * 10 + " MB",
                "Any other body up to " + Long.parseLong(after(web, "<param-name>body</param-name><param-value>(\\d+)<")) / 1024 / 1024 + " MB");
    }

    private static String setting(String properties, String name) {
        return after(properties, "FileHandler\\." + name + "=(\\d+)");
    }

    private static String after(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group(1);
    }

    @Test
    void the_script_makes_neither_code_nor_markup_of_what_it_reads() throws IOException {
        Path scripts = Path.of("src", "main", "webapp", "resources", "schulpakt");
        String script = Files.readString(scripts.resolve("look.js")) + Files.readString(scripts.resolve("phone.js"))
                + Files.readString(Path.of("src", "main", "webapp", "WEB-INF", "phone", "worker.js"));
        assertThat(new TreeSet<>(Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function|__proto__|structuredClone")
                .matcher(script).results().map(MatchResult::group).toList())).isEmpty();
        // an object is filled with names that stand there, never with what another object holds
        assertThat(Pattern.compile("Object\\.assign\\((?!document\\.createElement\\('[a-z]+'\\), \\{)").matcher(script).results().toList()).isEmpty();
        assertThat(script).contains("Object.assign(");
    }
}
