package de.schulpakt.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.schulpakt.kit.Api;
import de.schulpakt.kit.Browser;
import de.schulpakt.kit.Person;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people type, and where the keys take them: the search box, Enter, focus, drafts, numbers, the way back. */
@ServerTest
class TypedBrowserIT {

    private static final String ARTICLE = "Tablet 11 Zoll, 128 GB";

    private Browser browser;
    private final List<Person> people = new ArrayList<>();

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    @BeforeEach
    void open() {
        browser = Browser.open();
    }

    @AfterEach
    void close() {
        people.forEach(Person::close);
        if (browser != null) {
            browser.close();
        }
    }

    private Person signsIn(BrowserContext window, String login) {
        people.add(Person.signsIn(window, login, "de"));
        return people.get(people.size() - 1);
    }

    private Person atDesk(String login) {
        return signsIn(browser.desktop("de-DE"), login);
    }

    @Test
    void the_search_box_seeks_on_enter_at_the_desk_and_on_the_phone() {
        for (BrowserContext window : List.of(browser.desktop("de-DE"), browser.phone("de-DE"))) {
            Person technician = signsIn(window, "technik");
            technician.goes("Schulen").seeks("CN0312KX0002").reads("LANCOM LX-6402");
            technician.seeks("Görres").reads("Görres-Gymnasium").look();
        }
    }

    @Test
    void of_many_schools_each_is_found_by_typing_and_the_keys_alone() {
        Api admin = Api.as("verwaltung", "schulpakt");
        for (int i = 100; i < 220; i++) {
            admin.create("schools", Map.of("stateCode", "RP", "officialNo", "77" + i, "name", "Zwergschule " + i, "type", "PRIMARY", "city", "Bad Ems"));
        }
        for (BrowserContext window : List.of(browser.desktop("de-DE"), browser.phone("de-DE"))) {
            Person technician = signsIn(window, "technik");
            technician.goes("Tickets").follows("Ticket eröffnen").reads("100 von").look();
            Locator find = technician.page().getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Suchen: Schule"));
            find.pressSequentially("zwergschule 219");
            technician.page().waitForFunction("() => document.getElementById('new:schoolId').options.length === 2");
            find.press("Enter");
            technician.reads("Die Schule hat noch keine Räume.");
            assertThat(technician.page().locator("[id='new:schoolId'] option:checked").textContent()).isEqualTo("Zwergschule 219, Bad Ems");
            Person.choose(technician.field("Art"), "Störung");
            technician.fills("Was ist zu tun?", "Dose prüfen").presses("Ticket eröffnen").reads("Zwergschule 219");
        }
    }

    @Test
    void enter_in_a_line_ends_the_field_and_not_the_work() {
        Person school = atDesk("schule");
        school.follows("Bedarf anlegen").fills("Kurzer Titel", "Enter in der Menge");
        String page = school.page().url();
        take(school, ARTICLE, "205");
        Locator quantity = pick(school, ARTICLE).getByLabel("Stück je Raum");
        quantity.fill("3");
        quantity.press("Enter");
        assertThat(school.page().url()).isEqualTo(page);
        assertThat(school.page().locator("dialog[open]").count()).isZero();
        assertThat(quantity.inputValue()).isEqualTo("3");
        discard(school);
    }

    @Test
    void the_focus_goes_to_the_article_that_was_chosen_and_stays_on_the_page_when_one_is_left_out() {
        Person school = atDesk("schule");
        school.follows("Bedarf anlegen");
        take(school, ARTICLE, "205");
        school.page().waitForFunction("() => document.activeElement.id.startsWith('each-')");
        pick(school, ARTICLE).locator("input[type=submit]").press("Enter");
        school.page().waitForFunction("() => document.querySelectorAll('main fieldset.pick').length === 0 && document.activeElement !== document.body");
        discard(school);
    }

    @Test
    void a_draft_outlives_session_language_tab_and_device() {
        Person school = atDesk("schule");
        school.follows("Bedarf anlegen").fills("Kurzer Titel", "Entwurf für drei Räume");
        take(school, ARTICLE, "205", "204", "203");
        pick(school, ARTICLE).getByLabel("Stück je Raum").fill("4");
        cell(school, "204").fill("5");
        cell(school, "203").fill("6");
        cell(school, "203").press("Tab");
        school.reads("15 × " + ARTICLE).reads("Entwurf gesichert um");

        school.page().locator(".langs a[lang=en]").click();
        school.reads("15 × " + ARTICLE).reads("Your draft of");
        isWhole(school.page());
        school.page().locator(".langs a[lang=de]").click();
        school.reads("15 × " + ARTICLE).reads("Ihr Entwurf vom");

        Person elsewhere = signsIn(browser.phone("de-DE"), "schule");
        elsewhere.follows("Bedarf anlegen").reads("15 × " + ARTICLE);
        isWhole(elsewhere.page());

        // the session ends, the person types on and presses for another article
        school.page().context().clearCookies();
        cell(school, "203").fill("7");
        school.reads("Ihre Sitzung ist beendet.");
        school.page().locator("main .offer input[type=submit]").first().click();
        signInAgain(school);
        school.reads("16 × " + ARTICLE);
        // the page comes once more with what was kept in the browser
        PlaywrightAssertions.assertThat(cell(school, "203")).hasValue("7");
        assertThat(pick(school, ARTICLE).getByLabel("Stück je Raum").inputValue()).isEqualTo("4");

        school.presses("Einreichen").presses("Einreichen").reads("Der Bedarf ist eingereicht.");
        school.goes("Bedarf").follows("Bedarf anlegen").reads("Was Sie hier tippen, wird als Entwurf gesichert.");
        assertThat(school.page().locator("main fieldset.pick").count()).as("what was sent is no draft").isZero();
    }

    private static void isWhole(Page page) {
        assertThat(page.locator("[id^='each-']").inputValue()).isEqualTo("4");
        assertThat(page.locator("[id^='cell-']").all().stream().map(Locator::inputValue)).containsExactlyInAnyOrder("", "5", "6");
        assertThat(page.locator("[id$=':title']").inputValue()).isEqualTo("Entwurf für drei Räume");
    }

    private static void signInAgain(Person person) {
        person.page().locator("input[autocomplete=username]").fill("schule");
        person.page().locator("input[type=password]").fill("schulpakt");
        person.page().locator(".gate .btn.go").click();
        person.page().locator("nav.rail").waitFor();
    }

    @Test
    void a_short_form_keeps_its_fields_when_the_language_changes_and_asks_before_it_is_left() {
        Person technician = atDesk("technik");
        technician.goes("Tickets").follows("Ticket eröffnen");
        Locator field = technician.page().locator("main form[method=post] input[type=text]").first();
        field.fill("Beamer hängt schief");
        technician.page().locator(".langs a[lang=en]").click();
        technician.page().waitForURL("**lang=en**");
        assertThat(technician.page().locator("main form[method=post] input[type=text]").first().inputValue()).isEqualTo("Beamer hängt schief");
        technician.page().locator("main form[method=post] input[type=text]").first().fill("Beamer hängt sehr schief");
        List<String> asked = new ArrayList<>();
        technician.page().onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        technician.page().locator("a.logo").click();
        technician.page().locator("nav.rail a[aria-current]").first().waitFor();
        assertThat(asked).containsExactly("beforeunload");
    }

    @Test
    void the_first_of_twenty_tabs_still_works() {
        Person school = atDesk("schule");
        school.follows("Bedarf anlegen").fills("Kurzer Titel", "Der erste von zwanzig");
        String address = school.page().url();
        for (int i = 0; i < 20; i++) {
            Page tab = school.page().context().newPage();
            tab.navigate(address);
            tab.close();
        }
        take(school, ARTICLE, "205");
        school.reads("1 × " + ARTICLE);
        discard(school);
    }

    @Test
    void a_number_is_never_read_as_another_one() {
        Person admin = atDesk("verwaltung");
        admin.goes("Schulen").follows("Neue Schule");
        admin.fills("Breitengrad", "50.357").fills("Längengrad", "7,598");
        admin.page().locator("main .btn.go").click();
        assertThat(admin.field("Breitengrad").inputValue()).isEqualTo("50,357");
        assertThat(admin.field("Längengrad").inputValue()).isEqualTo("7,598");
    }

    @Test
    void the_way_back_leads_to_the_list_as_it_was_left() {
        Person officer = atDesk("foerderung");
        officer.goes("Bedarf").chooses("Zustand", "geliefert").presses("Anwenden");
        String list = officer.page().url();
        assertThat(list).contains("state=");
        officer.page().locator("main table.list tbody a").first().click();
        officer.page().locator(".crumb a").click();
        officer.page().waitForURL(list);
    }

    @Test
    void a_page_beyond_the_end_says_so_and_shows_the_last() {
        Person officer = atDesk("foerderung");
        officer.goes("Geräte");
        officer.typesAddress("/inventory/devices.xhtml?page=999");
        officer.reads("Seite 999 gibt es nicht").look();
        assertThat(officer.page().locator("main table.list tbody tr").count()).isPositive();
    }

    @Test
    void after_a_refused_press_the_address_still_says_what_the_page_shows() {
        Person officer = atDesk("foerderung");
        officer.card("Zu entscheiden").getByRole(com.microsoft.playwright.options.AriaRole.LISTITEM).first()
                .getByRole(com.microsoft.playwright.options.AriaRole.LINK).click();
        String id = officer.page().url().replaceFirst(".*[?&]id=(\\d+).*", "$1");
        officer.presses("Rückfrage").presses("Rückfrage");
        officer.page().locator("main .error").first().waitFor();
        assertThat(officer.page().url()).contains("id=" + id);
    }

    /** Ticks rooms and chooses an article. */
    private static void take(Person school, String article, String... rooms) {
        for (String room : rooms) {
            school.page().locator("#rooms label").filter(new Locator.FilterOptions().setHasText(room)).first().locator("input").check();
        }
        school.fills("Artikel, Hersteller oder Teilenummer", article).field("Artikel, Hersteller oder Teilenummer").press("Tab");
        school.page().locator("main .offer").filter(new Locator.FilterOptions().setHas(school.page().getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(article).setExact(true)))).first().locator("input[type=submit]").click();
        pick(school, article).waitFor();
    }

    private static Locator pick(Person school, String article) {
        return school.page().locator("main fieldset.pick").filter(new Locator.FilterOptions().setHasText(article));
    }

    private static Locator cell(Person school, String room) {
        Locator pick = pick(school, ARTICLE);
        if (pick.locator("details[open]").count() == 0) {
            pick.locator("summary").click();
        }
        return pick.locator(".cells .field").filter(new Locator.FilterOptions().setHasText(room)).locator("input");
    }

    @SuppressWarnings("deprecation") // the address stays the same
    private static void discard(Person school) {
        school.page().onDialog(dialog -> dialog.accept());
        Locator drop = school.page().locator("[data-draft-drop]");
        drop.waitFor();
        school.page().waitForNavigation(drop::click);
    }
}
