package de.schulpakt.kit;

import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the links from the home page of each account of the demo until every page was seen, and examines what it sees.
 * The first of the addresses of a page is examined in full, two more for their texts, because they may show another state;
 * what one account has examined in full, the next ones read only.
 */
public final class EveryPage {

    private static final List<String> LOGINS = List.of("foerderung", "technik", "schule", "verwaltung", "pruefung");
    private static final int PAGES_OF_A_KIND = 3;

    private EveryPage() {
    }

    /**
     * @param language {@code de} or {@code en}
     * @return what is wrong, one line for each fault
     */
    public static List<String> faults(Browser browser, String language) {
        List<String> faults = new ArrayList<>();
        Set<String> examined = new HashSet<>();
        for (String login : LOGINS) {
            try (Person person = Person.signsIn(browser.desktop(language.equals("de") ? "de-DE" : "en-GB"), login, language)) {
                walk(person, login, examined, faults);
            }
        }
        return faults;
    }

    private static void walk(Person person, String login, Set<String> examined, List<String> faults) {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> known = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of("/", "/accessibility.xhtml"));
        while (!next.isEmpty()) {
            String path = next.poll();
            String kind = path.replaceFirst("[?].*", "");
            int before = seen.getOrDefault(kind, 0);
            if (before >= PAGES_OF_A_KIND || !known.add(path)) {
                continue;
            }
            seen.merge(kind, 1, Integer::sum);
            Response answer = person.open(path);
            List<String> found = new ArrayList<>();
            if (answer.status() != 200) {
                found.add("status " + answer.status());
            }
            // the same kind looks different to another role only in its words and buttons
            found.addAll(before == 0 && examined.add(kind) ? person.faults() : person.faultsOfText());
            found.forEach(fault -> faults.add(login + " " + path + ": " + fault));
            next.addAll(links(person));
        }
    }

    private static List<String> links(Person person) {
        List<String> found = new ArrayList<>();
        for (Object address : (List<?>) person.page().evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")) {
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
