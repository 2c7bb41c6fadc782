package de.schulpakt.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Someone in front of a browser: signs in with an account of the demo, goes from page to page, presses buttons by the
 * words on them, reads amounts. {@link #look()} examines the page as {@link PageCheck} does.
 */
public final class Person implements AutoCloseable {

    private static final String PASSWORD = "schulpakt";
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,3}(\\.\\d{3})*,\\d{2}");

    private final BrowserContext context;
    private final Page page;
    private final String login;
    private final String language;
    private final List<String> failures = new ArrayList<>();
    private boolean quick;

    private Person(BrowserContext context, String login, String language) {
        this.context = context;
        this.login = login;
        this.language = language;
        page = context.newPage();
        page.onPageError(error -> failures.add("script: " + error));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                failures.add("policy: " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 500) {
                failures.add(response.status() + " " + response.url());
            }
        });
    }

    /**
     * @param window a fresh session of {@link Browser}
     * @param login an account of the demo
     * @param language {@code de} or {@code en}
     * @return who has just signed in and sees the own home page
     */
    public static Person signsIn(BrowserContext window, String login, String language) {
        Person person = new Person(window, login, language);
        person.page.navigate(War.base() + "/");
        person.page.locator(".langs a[lang=" + language + "]").click();
        person.page.locator("input[autocomplete=username]").fill(login);
        person.page.locator("input[type=password]").fill(PASSWORD);
        person.page.locator(".gate .btn.go").click();
        person.page.locator("nav.rail").waitFor();
        return person;
    }

    /** @return the account */
    String login() {
        return login;
    }

    /** @return the window, for what has no word here */
    public Page page() {
        return page;
    }

    /**
     * Types an address, as people do who were sent one. Nobody does a day's work so: use {@link #goes}, {@link #follows}
     * and {@link #seeks}.
     *
     * @return the answer of the server to this address below the root
     */
    public Response typesAddress(String path) {
        return page.navigate(War.base() + path);
    }

    /** Presses an entry of the menu; on a phone perhaps one behind "more". */
    public Person goes(String entry) {
        Locator shown = page.locator("nav.rail a").filter(new Locator.FilterOptions().setHasText(entry)).locator("visible=true");
        if (shown.count() == 0) {
            page.locator("nav.rail .more").click();
        }
        shown.first().click();
        page.waitForLoadState();
        return this;
    }

    /** Types into the search box and presses Enter; on a phone the box opens first. */
    @SuppressWarnings("deprecation") // the address may stay the same, so there is none to wait for
    public Person seeks(String text) {
        Locator box = page.locator("#find input");
        if (!box.isVisible()) {
            page.locator("button.find-open").click();
        }
        box.fill(text);
        page.waitForNavigation(() -> box.press("Enter"));
        return this;
    }

    /** Follows the first link with these words. */
    public Person follows(String text) {
        Locator links = page.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(text));
        unfold(links);
        links.first().click();
        page.waitForLoadState();
        return this;
    }

    /** Presses the button with exactly these words, on the page or, if one is open, in the dialog. */
    public Person presses(String text) {
        button(text).click();
        page.waitForLoadState();
        return this;
    }

    /** Presses it twice, as impatient people do. */
    public Person pressesTwice(String text) {
        button(text).dblclick();
        page.waitForLoadState();
        return this;
    }

    private Locator button(String text) {
        Locator dialog = page.locator("dialog[open]");
        Locator place = dialog.count() > 0 ? dialog : page.locator("main");
        Locator buttons = place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(text).setExact(true));
        unfold(buttons);
        return buttons.first();
    }

    /** Opens the menus of the page if what is looked for is not shown outside of them. */
    private void unfold(Locator wanted) {
        if (wanted.count() == 0 || !wanted.first().isVisible()) {
            unfold(page);
        }
    }

    /** Opens the menus of a page, as one does who looks for what else there is to do. */
    static void unfold(Page page) {
        page.evaluate("() => document.querySelectorAll('main details.more').forEach(menu => { menu.open = true; })");
    }

    /** Fills the visible field with this label. */
    public Person fills(String label, String value) {
        field(label).fill(value);
        return this;
    }

    /** Chooses in the visible field with this label the first entry that contains these words. */
    public Person chooses(String label, String words) {
        choose(field(label), words);
        return this;
    }

    /** @return the first visible field with this label; more words may follow, as those of required fields */
    public Locator field(String label) {
        return page.getByLabel(Pattern.compile("^\\s*" + label.replaceAll("[^\\p{L}\\p{N} ]", "."))).locator("visible=true").first();
    }

    /** Chooses in this field the first entry that contains these words. */
    public static void choose(Locator field, String words) {
        String value = field.locator("option").filter(new Locator.FilterOptions().setHasText(words)).first().getAttribute("value");
        field.selectOption(value);
    }

    /** Waits until the page says this. */
    public Person reads(String text) {
        page.locator("main").getByText(text).locator("visible=true").first().waitFor();
        return this;
    }

    /** The card with this heading. */
    public Locator card(String heading) {
        return page.locator("main .card, main section").filter(new Locator.FilterOptions()
                .setHas(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(heading)))).first();
    }

    /** @return the last amount in a German text, in cents */
    public static long cents(String text) {
        Matcher amounts = AMOUNT.matcher(text);
        String last = null;
        while (amounts.find()) {
            last = amounts.group();
        }
        assertThat(last).as("an amount in \"%s\"", text).isNotNull();
        return Long.parseLong(last.replaceAll("[.,]", ""));
    }

    /** @return all amounts in a German text, in cents */
    public static List<Long> amounts(String text) {
        return AMOUNT.matcher(text).results().map(found -> Long.parseLong(found.group().replaceAll("[.,]", ""))).toList();
    }

    /** Looks at pages for their words only from now on: somebody else has looked at the rest. */
    public Person quickly() {
        quick = true;
        return this;
    }

    /** The page as it is now has no fault. */
    public Person look() {
        assertThat(quick ? faultsOfText() : faults()).as("%s (%s)", page.url(), language).isEmpty();
        return this;
    }

    /** @return what is wrong with the page as it is now */
    public List<String> faults() {
        List<String> found = new ArrayList<>(failures);
        failures.clear();
        found.addAll(PageCheck.texts(page, language));
        found.addAll(PageCheck.shape(page));
        found.addAll(PageCheck.links(page));
        found.addAll(PageCheck.axe(page));
        return found;
    }

    /** @return what is wrong with the words and with what becomes of them at some widths */
    List<String> faultsOfShape() {
        List<String> found = faultsOfText();
        found.addAll(PageCheck.shapeAtSome(page));
        return found;
    }

    /** @return what is wrong with the words and the size of the page; quicker than {@link #faults()} */
    public List<String> faultsOfText() {
        List<String> found = new ArrayList<>(failures);
        failures.clear();
        found.addAll(PageCheck.texts(page, language));
        return found;
    }

    /** @return failures of the server and of scripts since the last look */
    List<String> serverErrors() {
        List<String> found = new ArrayList<>(failures);
        failures.clear();
        return found;
    }

    @Override
    public void close() {
        context.close();
    }
}
