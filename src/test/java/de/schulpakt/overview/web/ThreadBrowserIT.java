package de.schulpakt.overview.web;

import static de.schulpakt.kit.Person.amounts;
import static de.schulpakt.kit.Person.cents;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import de.schulpakt.kit.Browser;
import de.schulpakt.kit.Person;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The main thread as people see it: the school asks, the funding officer pays, the technician installs, the school accepts,
 * and the officer follows the money to the socket. Three people at three screens, the technician's a phone. All share one
 * server.
 */
@ServerTest
@TestMethodOrder(OrderAnnotation.class)
class ThreadBrowserIT {

    private static final long ACCESS_POINT_CENTS = 54_900;
    private static final long TABLETS_CENTS = 2 * 39_900;
    private static final long TOTAL_CENTS = ACCESS_POINT_CENTS + TABLETS_CENTS;
    private static final String TOTAL = "1.347,00 EUR";

    private Browser browser;
    private final List<Person> people = new ArrayList<>();
    private String title;
    private String paper;
    private String accessPoint;
    private List<String> tablets;

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

    private Person atDesk(String login) {
        people.add(Person.signsIn(browser.desktop("de-DE"), login, "de"));
        return people.get(people.size() - 1);
    }

    private Person onPhone(String login) {
        people.add(Person.signsIn(browser.phone("de-DE"), login, "de"));
        return people.get(people.size() - 1);
    }

    @Test
    @Order(1)
    void one_request_goes_from_the_euro_to_the_socket() {
        goes("WLAN und Tablets für die Lesewerkstatt", "7700", atDesk("schule"), atDesk("foerderung"), () -> onPhone("technik"));
    }

    @Test
    @Order(2)
    void and_with_thumb_and_mouse_exchanged() {
        goes("WLAN und Tablets für den Werkraum", "8800", onPhone("schule").quickly(), onPhone("foerderung").quickly(),
                () -> atDesk("technik").quickly());
    }

    private void goes(String asked, String number, Person school, Person officer, Supplier<Person> comes) {
        title = asked;
        paper = number;
        accessPoint = "LB-AP-" + number + "1";
        tablets = List.of("LB-TAB-" + number + "1", "LB-TAB-" + number + "2");
        Figures before = figures(officer);

        String request = schoolAsks(school);
        officerApproves(officer, request, before);
        officerOrdersAndReceives(officer, request, "Access Point", "Beispiel Netzwerktechnik", "LS-" + paper + "1", accessPoint);
        officerOrdersAndReceives(officer, request, "Tablet 11 Zoll", "Muster Bildungs-IT", "LS-" + paper + "2", String.join("\n", tablets));
        Person technician = comes.get();
        String ticket = technicianInstalls(technician);
        schoolAccepts(school, ticket);
        schoolPutsTabletIntoService(school);

        Figures after = figures(officer);
        assertThat(after).isEqualTo(new Figures(before.free - TOTAL_CENTS, before.reserved, before.committed, before.spent + TOTAL_CENTS));
        officerFollowsTheMoney(officer, request, ticket);
    }

    /** What the usage page says of the whole programme. */
    private record Figures(long free, long reserved, long committed, long spent) {
    }

    private static Figures figures(Person officer) {
        officer.goes("Förderung").follows("Auswertung").reads("Vom Rahmen bis zum freien Rest");
        return new Figures(figure(officer, "frei"), figure(officer, "vorgemerkt"), figure(officer, "beauftragt"), figure(officer, "ausgegeben"));
    }

    /** One line of the picture: the amount of a figure. */
    private static Locator figureLink(Person officer, String figure) {
        return officer.card("Vom Rahmen bis zum freien Rest").locator("tr")
                .filter(new Locator.FilterOptions().setHas(officer.page().getByText(figure, new Page.GetByTextOptions().setExact(true))))
                .getByRole(AriaRole.LINK);
    }

    private static long figure(Person officer, String figure) {
        return cents(figureLink(officer, figure).textContent());
    }

    /** Answers the number of the request. */
    private String schoolAsks(Person school) {
        school.look().follows("Bedarf anlegen");
        school.fills("Kurzer Titel", title).fills("Begründung", "Dort lesen die Fünftklässler mit Tablets, und dort ist kein Empfang.");
        tick(school, "205");
        article(school, "Access Point Wi-Fi 6 für Klassenräume", "1");
        school.reads("Summe: 549,00 EUR");
        article(school, "Tablet 11 Zoll, 128 GB", "2");
        school.reads("Summe: " + TOTAL);
        List<Long> wlan = amounts(school.card("Preis und Geld").locator("p").filter(new Locator.FilterOptions().setHasText("WLAN")).textContent());
        assertThat(wlan).as("costs, free, free afterwards").hasSize(3);
        assertThat(wlan.get(0)).isEqualTo(ACCESS_POINT_CENTS);
        assertThat(wlan.get(2)).isEqualTo(wlan.get(1) - wlan.get(0));
        school.look();

        school.presses("Einreichen").reads("Bedarf für Görres-Gymnasium über " + TOTAL + " einreichen?").look();
        school.pressesTwice("Einreichen").reads("Der Bedarf ist eingereicht. Die Förderstelle prüft ihn jetzt.").look();
        String heading = school.page().locator("h1").textContent();
        assertThat(heading).endsWith(title);
        school.goes("Bedarf");
        assertThat(school.page().locator("tbody tr").filter(new Locator.FilterOptions().setHasText(title)).count())
                .as("a double click asks once").isEqualTo(1);
        return heading.substring(0, heading.indexOf(' '));
    }

    private static void tick(Person school, String room) {
        school.page().locator("#rooms label").filter(new Locator.FilterOptions().setHasText(room)).first().locator("input").check();
    }

    private static void article(Person school, String article, String pieces) {
        school.fills("Artikel, Hersteller oder Teilenummer", article).field("Artikel, Hersteller oder Teilenummer").press("Tab");
        school.page().locator("main .offer").filter(new Locator.FilterOptions().setHas(school.page().getByRole(AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(article).setExact(true)))).first().locator("input[type=submit]").click();
        Locator each = school.page().locator("main fieldset.pick").filter(new Locator.FilterOptions().setHasText(article)).getByLabel("Stück je Raum");
        each.fill(pieces);
        each.press("Tab");
    }

    private void officerApproves(Person officer, String request, Figures before) {
        officer.goes("Übersicht");
        Locator waits = officer.card("Zu entscheiden").getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText(request));
        assertThat(waits.textContent()).contains("Görres-Gymnasium", TOTAL, title);
        officer.look();
        waits.getByRole(AriaRole.LINK).click();
        officer.reads("Wer zahlt").look();
        assertThat(officer.page().locator("main").textContent()).contains("Am Zug: Förderstelle").contains("205");
        officer.presses("Genehmigen").reads(request + " genehmigen und " + TOTAL + " vormerken?").look();
        officer.pressesTwice("Genehmigen").reads("Genehmigt. Das Geld ist vorgemerkt.").look();
        assertThat(officer.card("Verlauf").getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("enehmig"))
                .count()).as("a double click approves once").isEqualTo(1);

        Figures now = figures(officer);
        assertThat(now).isEqualTo(new Figures(before.free - TOTAL_CENTS, before.reserved + TOTAL_CENTS, before.committed, before.spent));
        officer.look();
    }

    private static void officerOrdersAndReceives(Person officer, String request, String article, String supplier, String paper, String serials) {
        officer.goes("Bestellungen").follows("Bestellen");
        Locator tab = officer.page().locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(supplier));
        if (tab.count() > 0) {
            tab.first().click();
        }
        officer.reads("Offene Zeilen").look();
        for (Locator line : officer.card("Offene Zeilen").locator("tbody tr").all()) {
            boolean mine = line.textContent().contains(request);
            line.getByRole(AriaRole.CHECKBOX).setChecked(mine);
            if (mine) {
                assertThat(line.textContent()).contains(article, "Görres-Gymnasium", "205");
            }
        }
        officer.presses("Bestellung aufgeben").reads("Bestellt. Das Geld ist jetzt beauftragt.").look();
        officer.follows("Lieferung annehmen").fills("Lieferschein", paper).fills("Rechnungsnummer", paper.replace("LS", "RE"));
        officer.fills("Seriennummern", serials).look();
        officer.presses("Lieferung buchen").reads("Die Lieferung ist gebucht. Die Geräte stehen im Bestand.").look();
        for (String serial : serials.split("\n")) {
            officer.reads(serial);
        }
    }

    /** Answers the number of the ticket. */
    private String technicianInstalls(Person technician) {
        technician.look();
        technician.seeks(accessPoint).reads("LANCOM LX-6402").look().follows("Ticket der Installation").look();
        String heading = technician.reads("Ort und Gerät").look().page().locator("h1").textContent();
        assertThat(technician.page().locator("main").textContent()).contains("Görres-Gymnasium", "205", accessPoint);
        technician.presses("Übernehmen").reads("Das Ticket liegt jetzt bei Ihnen.").look();
        // not the proposed day: at this hour it may be over already
        String day = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(9).toString();
        technician.presses("Termin vereinbaren").fills("Tag", day).fills("Beginn", "08:15").fills("Ansprechstelle vor Ort", "Hausmeister bis 13:00").look();
        technician.presses("Termin vereinbaren").reads("Der Termin steht; wer vor Ort zuständig ist, ist benachrichtigt.").look();
        technician.presses("Arbeit beginnen").reads("Die Arbeit ist begonnen. Tragen Sie am Ende die Messung ein.");
        technician.presses("Messung eintragen").chooses("Raum, in dem das Gerät hängt", "205");
        technician.fills("Dose", "2.05-1").fills("Switch und Port", "EV2 / 17").chooses("Klasse", "EA").fills("Signal in dBm", "-58");
        technician.fills("Länge in m", "37,5");
        technician.page().locator("dialog[open]").getByLabel("bestanden", new Locator.GetByLabelOptions().setExact(true)).check();
        technician.look().presses("Messung eintragen").reads("Die Messung ist eingetragen.").reads("fertig, Abnahme offen").look();
        return heading.substring(0, heading.indexOf(' '));
    }

    private static void schoolAccepts(Person school, String ticket) {
        school.goes("Übersicht");
        Locator waits = school.card("Abzunehmen").getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(ticket));
        waits.getByRole(AriaRole.LINK).click();
        school.reads("2.05-1").reads("EV2 / 17").look();
        school.presses("Abnehmen").look().presses("Abnehmen").reads("Abgenommen. Ein Gerät, das dazugehört, ist jetzt in Betrieb.").look();
        assertThat(school.card("Ort und Gerät").textContent()).contains("in Betrieb");
    }

    private void schoolPutsTabletIntoService(Person school) {
        school.seeks(tablets.get(0)).presses("Aufstellen").chooses("Raum", "205").presses("Aufstellen").reads("Das Gerät steht jetzt im gewählten Raum.");
        school.presses("In Betrieb nehmen").presses("In Betrieb nehmen").reads("Das Gerät ist in Betrieb.").look();
    }

    private void officerFollowsTheMoney(Person officer, String request, String ticket) {
        figureLink(officer, "ausgegeben").click();
        officer.reads("Ausgegeben: die Buchungen dazu").look();
        Locator posting = officer.card("Buchungen").locator("tr").filter(new Locator.FilterOptions().setHasText(accessPoint));
        assertThat(posting.textContent()).contains("Görres-Gymnasium", request, "549,00", "LS-" + paper + "1", "RE-" + paper + "1", ticket);
        posting.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(accessPoint)).click();
        officer.reads("Vom Rahmen bis zu " + accessPoint).look();
        assertThat(officer.page().locator("main").textContent()).contains("Zuwendung für den Schulträger", "DP2-2026-0417", request,
                "549,00 EUR", "Lieferschein LS-" + paper + "1", "Rechnung RE-" + paper + "1", "Preis dieses Geräts 549,00 EUR", "Raum 205",
                "Dose 2.05-1 an EV2 / 17", ticket, "abgenommen am");
        officer.follows(ticket).reads("2.05-1").look();
    }

    @Test
    @Order(3)
    void the_request_of_another_school_is_a_page_that_does_not_exist() {
        Person officer = atDesk("foerderung");
        String path = officer.card("Zu entscheiden").getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("Grundschule Pfaffendorf")).getByRole(AriaRole.LINK).getAttribute("href");
        Person school = atDesk("schule");
        Response answer = school.typesAddress(path);
        assertThat(answer.status()).isEqualTo(404);
        String shown = school.page().locator("main").textContent();
        assertThat(shown).doesNotContain("Pfaffendorf");
        assertThat(school.typesAddress(path.replaceAll("id=\\d+", "id=987654")).status()).isEqualTo(404);
        assertThat(school.page().locator("main").textContent()).as("as if it did not exist").isEqualTo(shown);
        school.look();
    }

    @Test
    @Order(4)
    void what_was_typed_stays_when_something_is_wrong() {
        Person school = atDesk("schule");
        school.follows("Bedarf anlegen");
        tick(school, "204");
        article(school, "Access Point Wi-Fi 6 für Klassenräume", "1");
        school.reads("Summe: 549,00 EUR");
        school.fills("Begründung", "Ohne Titel geht es nicht.").presses("Einreichen").presses("Einreichen");
        assertThat(school.field("Kurzer Titel").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(school.field("Begründung").inputValue()).isEqualTo("Ohne Titel geht es nicht.");
        school.reads("Summe: 549,00 EUR").look();
    }
}
