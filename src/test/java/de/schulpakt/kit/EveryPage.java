package de.schulpakt.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Follows the visible links from the home page of each account of the demo until every page was seen, and examines what it
 * sees. The first of the addresses of a page is examined in full, two more for their texts, because they may show another
 * state; what one account has examined in full, the next ones read only. A page that no link reaches is a fault.
 */
public final class EveryPage {

    /** Who changes accounts comes last. */
    static final List<String> LOGINS = List.of("foerderung", "technik", "schule", "pruefung", "verwaltung");
    private static final int PAGES_OF_A_KIND = 3;
    /** So many different buttons there are at least. */
    private static final int FORMS = 50;
    private static final Path PAGES = Path.of("src", "main", "webapp");
    /** Reached by typing into the search box, which has a walk of its own, by coming without a session, by a code at a door, by ticking rows of a list. */
    private static final Set<String> NOT_BY_LINK = Set.of("/search.xhtml", "/login.xhtml", "/report.xhtml", "/borrowed.xhtml", "/ask.xhtml", "/inventory/many.xhtml",
            // from the budget for which a correction is proposed, and its list; the walk opens one page of a kind, and that is another budget;
            // the decision of the demo is right, so that nobody has proposed to correct it: what is proposed stands at the decision and on the home page
            "/funding/budget-correction.xhtml", "/funding/decision-correction.xhtml");

    private EveryPage() {
    }

    /**
     * Every page in German, whole: words, shape, links, what axe says, the keyboard and the settings of the reader; and after it every form of it sent once.
     *
     * @return what is wrong, one line for each fault
     */
    public static List<String> faultsInGerman(Browser browser) {
        List<String> faults = new ArrayList<>();
        Set<String> examined = new HashSet<>();
        Set<String> reached = new TreeSet<>();
        Set<String> pressed = new HashSet<>();
        int sent = 0;
        for (String login : LOGINS) {
            try (Person person = Person.signsIn(browser.desktop("de-DE"), login, "de")) {
                Map<String, List<String>> forms = new LinkedHashMap<>();
                walk(person, PAGES_OF_A_KIND, path -> {
                    String kind = kind(path);
                    reached.add(kind);
                    forms.put(path, EveryForm.buttons(person, path));
                    // the same kind looks different to another role only in its words and buttons; a home is each role's own
                    return examined.add(kind.equals("/index.xhtml") ? login : kind) ? whole(person) : person.faultsOfText();
                }, faults);
                sent += EveryForm.press(person, login, forms, pressed, faults);
            }
        }
        Set<String> all = pages();
        assertThat(all).as("the pages in " + PAGES).hasSizeGreaterThan(20);
        all.removeAll(reached);
        all.removeAll(NOT_BY_LINK);
        all.forEach(page -> faults.add(page + ": no link leads to it"));
        if (sent < FORMS) {
            faults.add("only " + sent + " forms were sent");
        }
        return faults;
    }

    private static List<String> whole(Person person) {
        List<String> found = person.faults();
        found.addAll(KeyCheck.faults(person.page()));
        return found;
    }

    /** Every page in English: its words, and the shape that they give it. */
    public static List<String> faultsInEnglish(Browser browser) {
        List<String> faults = new ArrayList<>();
        Set<String> examined = new HashSet<>();
        for (String login : LOGINS) {
            try (Person person = Person.signsIn(browser.desktop("en-GB"), login, "en")) {
                walk(person, 1, path -> examined.add(path) ? person.faultsOfShape() : person.faultsOfText(), faults);
            }
        }
        return faults;
    }

    /** Visits what visible links reach from the home page, so many addresses of each page at most. */
    private static void walk(Person person, int pagesOfAKind, Function<String, List<String>> look, List<String> faults) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> known = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of("/"));
        while (!next.isEmpty()) {
            String path = next.poll();
            String kind = kind(path);
            if (seen.getOrDefault(kind, 0) >= pagesOfAKind || !known.add(path)) {
                continue;
            }
            seen.merge(kind, 1, Integer::sum);
            Response answer = person.typesAddress(path);
            next.addAll(links(person));
            if (answer.status() != 200) {
                faults.add(person.login() + " " + path + ": status " + answer.status());
            }
            look.apply(path).forEach(fault -> faults.add(person.login() + " " + path + ": " + fault));
        }
    }

    private static String kind(String path) {
        String page = path.replaceFirst("[?].*", "");
        return page.equals("/") ? "/index.xhtml" : page;
    }

    /** All pages of the application: what is drawn in the frame, not what is only a part of a page. */
    private static Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".xhtml") && !f.startsWith(PAGES.resolve("WEB-INF"))).toList()) {
                if (Files.readString(file).contains("template=\"/WEB-INF/layout.xhtml\"")) {
                    pages.add("/" + PAGES.relativize(file).toString().replace('\\', '/'));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    private static List<String> links(Person person) {
        List<String> found = new ArrayList<>();
        // what stands in a menu that opens at a press of its button counts as visible
        for (Object address : (List<?>) person.page().evaluate("() => [...document.querySelectorAll('a[href]')]"
                + ".filter(a => a.checkVisibility() || a.closest('details, [popover]')).map(a => a.href)")) {
            String path = address.toString().replaceFirst("#.*", "");
            if (path.startsWith(War.base().toString() + "/")) {
                path = path.substring(War.base().toString().length());
                if (path.matches("/([^?]*\\.xhtml.*)?") && !path.contains("lang=")) {
                    found.add(path);
                }
            }
        }
        return found;
    }
}
