package de.schulpakt.kit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * An installed Chromium, driven by Playwright. Without one, the tests that ask for it are skipped with a banner, or fail
 * where {@code SCHULPAKT_BROWSER=required} is set.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:/Program Files/Google/Chrome/Application/chrome.exe");
    private static final int DESKTOP_WIDTH = 1440;
    private static final int DESKTOP_HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    /** Of the test that runs; its windows are read when it fails. */
    private static final Set<Browser> OPEN = ConcurrentHashMap.newKeySet();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS));
        OPEN.add(this);
    }

    /** @return each page that is open in some browser of this test */
    static Stream<Page> opened() {
        return OPEN.stream().flatMap(browser -> browser.chromium.contexts().stream()).flatMap(context -> context.pages().stream());
    }

    /** @return the running browser; the test is skipped or fails where none is installed */
    public static Browser open() {
        Optional<Path> found = find();
        if (found.isEmpty()) {
            String message = "NO CHROMIUM: browser tests do not run. Install it, or name it in SCHULPAKT_CHROMIUM.";
            if ("required".equals(setting("SCHULPAKT_BROWSER"))) {
                throw new AssertionError(message);
            }
            System.err.println("\n" + "#".repeat(message.length()) + "\n" + message + "\n" + "#".repeat(message.length()) + "\n");
            Assumptions.abort(message);
        }
        return new Browser(found.get());
    }

    private static Optional<Path> find() {
        return Stream.concat(Stream.of(setting("SCHULPAKT_CHROMIUM")), USUAL_PLACES.stream()).filter(Objects::nonNull)
                .map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static String setting(String name) {
        return System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'), System.getenv(name));
    }

    /**
     * @param locale {@code de-DE} or {@code en-GB}
     * @return a fresh session at 1440 px
     */
    public BrowserContext desktop(String locale) {
        return context(locale, DESKTOP_WIDTH, DESKTOP_HEIGHT);
    }

    /**
     * @param locale {@code de-DE} or {@code en-GB}
     * @return a fresh session at 390 px
     */
    public BrowserContext phone(String locale) {
        return context(locale, PHONE_WIDTH, PHONE_HEIGHT);
    }

    private BrowserContext context(String locale, int width, int height) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setLocale(locale)
                .setTimezoneId("Europe/Berlin").setViewportSize(width, height).setReducedMotion(ReducedMotion.REDUCE));
    }

    @Override
    public void close() {
        OPEN.remove(this);
        playwright.close();
    }
}
