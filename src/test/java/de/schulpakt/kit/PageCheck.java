package de.schulpakt.kit;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What every page owes its readers, whatever it shows. Each method answers the faults in words. */
public final class PageCheck {

    private static final int MOST_BYTES = 100 * 1024;
    /** WCAG 2.2 AA and what axe calls good practice: landmarks, order of headings. */
    private static final List<String> AXE_TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    /** Shorter texts and single words are often names: the same in both languages, or part of the data. */
    private static final int TELLING = 12;
    private static final Pattern LEFT_OVER = Pattern.compile("\\?\\?\\?|[#$]\\{|\\{\\d[},]|\\bnull\\b|Exception\\b");
    private static final Map<String, Set<String>> FOREIGN = new ConcurrentHashMap<>();

    private PageCheck() {
    }

    /** No missing text, nothing unreplaced, no line of the other language, not too many bytes, and the right language announced. */
    static List<String> texts(Page page, String language) {
        List<String> faults = new ArrayList<>();
        String shown = (String) page.evaluate("document.title + '\\n' + document.body.innerText + '\\n' + [...document.querySelectorAll("
                + "'[aria-label],[placeholder],[title],option')].map(e => e.ariaLabel || e.placeholder || e.title || e.text).join('\\n')");
        Matcher leftOver = LEFT_OVER.matcher(shown);
        while (leftOver.find()) {
            faults.add("left over: " + shown.substring(Math.max(0, leftOver.start() - 30), Math.min(shown.length(), leftOver.end() + 30)));
        }
        shown.lines().map(String::strip).filter(foreign(language)::contains).distinct()
                .forEach(line -> faults.add("not in \"" + language + "\": " + line));
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            faults.add("announces another language");
        }
        int bytes = page.content().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            faults.add(bytes + " bytes of HTML");
        }
        return faults;
    }

    /** On a phone nothing is wider than the screen. */
    static List<String> shape(Page page) {
        ViewportSize before = page.viewportSize();
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        try {
            Number width = (Number) page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)");
            return width.intValue() <= PHONE_WIDTH ? List.of() : List.of("needs " + width + " px on a phone: " + page.evaluate(
                    "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
                    + ".slice(0, 3).map(e => e.tagName + ' ' + e.textContent.trim().slice(0, 40)).join(' | ')"));
        } finally {
            page.setViewportSize(before.width, before.height);
        }
    }

    /** Axe finds nothing, light or dark. */
    static List<String> axe(Page page) {
        List<String> faults = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (Rule rule : new AxeBuilder(page).withTags(AXE_TAGS).setLegacyMode(true).analyze().getViolations()) {
                faults.add("axe, " + scheme + ": " + rule.getId() + " at " + rule.getNodes().stream().limit(3)
                        .map(node -> node.getTarget() + " " + node.getHtml()).toList());
            }
        }
        return faults;
    }

    /** The texts that would stand there only if the page spoke the other language. */
    private static Set<String> foreign(String language) {
        return FOREIGN.computeIfAbsent(language, wanted -> {
            Set<String> other = bundle(wanted.equals("de") ? "en" : "de");
            other.removeAll(bundle(wanted));
            other.removeIf(text -> text.length() < TELLING || !text.contains(" ") || text.contains("{"));
            return other;
        });
    }

    private static Set<String> bundle(String language) {
        Set<String> texts = new HashSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", "de", "schulpakt"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().equals("texts_" + language + ".properties")).toList()) {
                Properties properties = new Properties();
                try (Reader in = Files.newBufferedReader(file)) {
                    properties.load(in);
                }
                properties.values().forEach(value -> texts.add(value.toString().strip()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
