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
    private static final List<Integer> WIDTHS = List.of(320, 390, 600, 640, 768, 900, 1024, 1152, 1280, 1440, 1920);
    /** Where the arrangement changes, and just below. */
    private static final List<Integer> SOME_WIDTHS = List.of(320, 768, 1024, 1152);
    private static final int PHONE_HEIGHT = 844;
    /** Shorter texts and single words are often names: the same in both languages, or part of the data. */
    private static final int TELLING = 12;
    private static final Pattern LEFT_OVER = Pattern.compile("\\?\\?\\?|[#$]\\{|\\{\\d[},]|\\bnull\\b|Exception\\b");
    /** Answers the faults at the width that the window is getting, when the page has followed it. */
    private static final String MEASURE = """
            async ([width, longTexts]) => {
              const frame = () => new Promise(requestAnimationFrame);
              while (innerWidth !== width) { await frame(); }
              // observers of sizes are told after the callbacks of the first frame
              await frame();
              await frame();
              const faults = [];
              const shown = e => e.checkVisibility() && !e.closest('.hide, .skip, svg, dialog:not([open]), thead');
              const fixed = (e, card) => e !== card && (getComputedStyle(e).position === 'fixed' || fixed(e.parentElement, card));
              const needs = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth);
              if (needs > innerWidth) { faults.push('the page needs ' + needs + ' px'); }
              for (const card of document.querySelectorAll('main .card, main .figure, main .message, main .head')) {
                const edge = card.getBoundingClientRect();
                const out = [...card.querySelectorAll('*')].find(e => {
                  const box = e.getBoundingClientRect();
                  return box.width && (box.right > edge.right + 1.5 || box.left < edge.left - 1.5) && !e.closest('.tabs') && shown(e)
                    // an open dialog, and what is fixed to the screen, stands over the page and not in the card that holds it
                    && e.closest('dialog') === card.closest('dialog') && !fixed(e, card);
                });
                if (out) { faults.push('out of its card: ' + out.tagName + ' ' + out.textContent.trim().slice(0, 40)); }
              }
              const breaks = text => new Set([...text.getClientRects()].filter(r => r.width).map(r => Math.round(r.top / 6))).size > 1;
              for (const number of document.querySelectorAll('main span.num, main .nb, main time')) {
                const text = document.createRange();
                text.selectNodeContents(number);
                if (shown(number) && breaks(text)) { faults.push('a number breaks: ' + number.textContent); }
              }
              const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const node = texts.currentNode;
                for (const hit of node.data.matchAll(/\\d[\\d.,]*\\s(?:EUR|%)|\\b[A-Z]{1,3}-\\d{4}-\\d+|\\b\\d{1,2}\\.?\\s(?:Jan|Feb|M[aä]|Apr|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])\\p{L}*(?:\\s\\d{4})?/gu)) {
                  const text = document.createRange();
                  text.setStart(node, hit.index);
                  text.setEnd(node, hit.index + hit[0].length);
                  if (shown(node.parentElement) && !node.parentElement.closest('option, textarea, script') && breaks(text)) { faults.push('a number breaks: ' + hit[0]); }
                }
              }
              if (!longTexts && innerWidth > 760) {
                const high = [...document.querySelectorAll('main table.list:not(.cells) > tbody > tr')].filter(r => !r.querySelector('details[open], textarea') && r.getBoundingClientRect().height > 190);
                if (high.length) { faults.push(high.length + ' rows are high: ' + Math.round(high[0].getBoundingClientRect().height) + ' px, ' + high[0].textContent.trim().slice(0, 30)); }
              }
              if (!longTexts && innerWidth === 390) {
                for (const target of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
                  const box = target.getBoundingClientRect();
                  if (shown(target) && box.width && !target.closest('.prose p, .prose li') && (box.height < 23.5 || box.width < 23.5)) {
                    faults.push('a target of ' + Math.round(box.width) + ' x ' + Math.round(box.height) + ' px: ' + (target.innerText || target.name).slice(0, 30));
                  }
                }
                for (const main of document.querySelectorAll('main .btn.go, main .dock .btn')) {
                  if (shown(main) && main.getBoundingClientRect().height < 43.5) { faults.push('a main action lower than 44 px: ' + main.textContent); }
                }
              }
              return [...new Set(faults)].slice(0, 5).map(fault => (longTexts ? 'long, ' : '') + width + ' px: ' + fault);
            }""";
    /** Names as long as schools have them, amounts as large as programmes; window.shortAgain() takes it back. */
    private static final String LENGTHEN = """
            () => {
              const changed = [];
              const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const text = walk.currentNode;
                const at = text.parentElement;
                if (!text.data.trim() || at.closest('script, textarea, option, thead, dialog, .btn, label, .chip, time, summary, .tabs')) { continue; }
                const amount = /^\\s*-?[\\d.,]+,\\d\\d( EUR)?\\s*$/.test(text.data);
                const name = at.closest('td, dd, li, h1, .sub, .card-head, .why') && !at.closest('.num, .nb, .figure') && text.data.trim().length > 3;
                if (!amount && !name) { continue; }
                changed.push([text, text.data]);
                text.data = amount ? (text.data.includes('EUR') ? '12.345.678,90 EUR' : '12.345.678,90')
                  : text.data + ' und Berufsbildende Schule Wirtschaft an der Friedrich-Ebert-Straße';
              }
              window.shortAgain = () => changed.forEach(([text, before]) => { text.data = before; });
            }""";
    private static final String LINKS = """
            () => {
              const places = new Map();
              for (const link of document.querySelectorAll('a[href]')) {
                if (!link.checkVisibility()) { continue; }
                const name = (link.getAttribute('aria-label') || link.innerText).trim().replace(/\\s+/g, ' ');
                // the way back leads to the list as it was left
                places.set(name, (places.get(name) || new Set()).add(link.closest('.crumb') && !new URLSearchParams(link.search).has('id') ? link.origin + link.pathname : link.href));
              }
              return [...places].filter(([, to]) => to.size > 1).map(([name, to]) => '"' + name + '" leads to ' + [...to].slice(0, 3).join(' and '));
            }""";
    /** An address that says a thing twice was put together by two hands; only what is chosen by boxes stands there several times. */
    private static final String TWICE = """
            () => {
              const chosen = new Set([...document.querySelectorAll('[type=checkbox][name], select[multiple]')].map(box => box.name));
              const places = [location, ...[...document.querySelectorAll('a[href], form[action]')].map(e => new URL(e.href || e.getAttribute('action'), document.baseURI))];
              return [...new Set(places.filter(place => {
                const names = [...new URLSearchParams(place.search).keys()].filter(name => !chosen.has(name));
                return new Set(names).size < names.length;
              }).map(place => place.pathname + place.search))];
            }""";
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
        ((List<?>) page.evaluate(TWICE)).forEach(address -> faults.add("says it twice: " + address));
        if (!language.equals(page.locator("html").getAttribute("lang"))) {
            faults.add("announces another language");
        }
        int bytes = page.content().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            faults.add(bytes + " bytes of HTML");
        }
        return faults;
    }

    /**
     * At no width is anything wider than the screen or runs out of its card, no number breaks, rows of tables stay low, and
     * on a phone every target has 24 px; then at some widths with long names and large amounts. 640 px is 1280 at 200 %.
     */
    static List<String> shape(Page page) {
        return shape(page, WIDTHS, SOME_WIDTHS);
    }

    /** The same at some of the widths, with the words that stand there. */
    static List<String> shapeAtSome(Page page) {
        return shape(page, SOME_WIDTHS, List.of());
    }

    private static List<String> shape(Page page, List<Integer> widths, List<Integer> widthsOfLong) {
        ViewportSize before = page.viewportSize();
        List<String> faults = new ArrayList<>();
        try {
            for (boolean longTexts : new boolean[] {false, true}) {
                if (longTexts && !widthsOfLong.isEmpty()) {
                    page.evaluate(LENGTHEN);
                }
                for (int width : longTexts ? widthsOfLong : widths) {
                    page.setViewportSize(width, PHONE_HEIGHT);
                    ((List<?>) page.evaluate(MEASURE, List.of(width, longTexts))).forEach(fault -> faults.add(fault.toString()));
                }
            }
            return faults;
        } finally {
            page.setViewportSize(before.width, before.height);
            page.evaluate("() => window.shortAgain?.()");
        }
    }

    /** Links that are called the same lead to the same place. */
    static List<String> links(Page page) {
        List<String> faults = new ArrayList<>();
        ((List<?>) page.evaluate(LINKS)).forEach(fault -> faults.add("links of one name: " + fault));
        return faults;
    }

    /** Axe finds nothing; in the dark it looks at what the dark changes, the colours. */
    static List<String> axe(Page page) {
        List<String> faults = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
            axe = scheme == ColorScheme.DARK ? axe.withRules(List.of("color-contrast")) : axe.withTags(AXE_TAGS);
            for (Rule rule : axe.analyze().getViolations()) {
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
