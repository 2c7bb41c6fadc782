package de.schulpakt.overview.phone.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import de.schulpakt.kit.Api;
import de.schulpakt.kit.Browser;
import de.schulpakt.kit.Person;
import de.schulpakt.kit.ServerDatabase;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The phone in the cellar: what is done without network arrives later, once and in order; what does not fit is decided by the person. */
@ServerTest
class PhoneBrowserIT {
    private static final String PASSWORD = "schulpakt";
    /** The answer to the first command is lost on its way. */
    private static final String LOST = "() => { const real = window.fetch; let lost = false; window.fetch = async (to, more) => {"
            + " const answer = await real(to, more); if (!lost && more && more.method === 'POST') { lost = true; throw new TypeError('lost'); } return answer; }; }";
    private static final String KEPT_IN_ENGLISH = "() => caches.match('/phone.xhtml').then(page => page.text()).then(text => /<html[^>]*lang=\"en\"/.test(text))";
    private static final String WORKER = "() => navigator.serviceWorker.ready.then(known => known.active";
    private static final double LATE = 150_000;
    private Browser browser;
    private BrowserContext window;
    private Page page;
    private Api api;
    private long ticket;

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    @BeforeEach
    void atSchool() {
        browser = Browser.open();
        api = Api.as("technik", PASSWORD);
        ticket = taken("Dose im Keller");
        window = browser.phone("de-DE");
        // a state is waited for, and on a busy machine it comes late
        window.setDefaultTimeout(LATE);
        page = Person.signsIn(window, "technik", "de").page();
        page.navigate(War.base() + "/phone.xhtml");
        page.getByText("Stand vom").waitFor();
        becomes("() => caches.match('/phone.xhtml').then(page => Boolean(page))");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        ServerDatabase.checks();
    }

    /** Waits for what is promised to become true; Playwright's own waiting takes the promise itself for it. */
    private void becomes(String promised) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(promised)));
    }

    private long taken(String title) {
        long id = api.create("tickets", Map.of("schoolId", school(), "title", title));
        api.send("tickets/" + id + "/take", Map.of("version", api.version("tickets/" + id))).statusCode(200);
        return id;
    }

    /** The school of the account {@code schule}. */
    private static long school() {
        return ((Number) ServerDatabase.sql("select r.school_id as id from role_assignment r join app_user u on u.id = r.user_id where u.login = 'schule'").get(0).get("id"))
                .longValue();
    }

    private Locator waiting() {
        return page.locator("#phone-steps-waiting li");
    }

    /** @param also tickets that must have been taken along, too */
    private void loseNetwork(long... also) {
        page.locator("#phone-refresh").click();
        for (long id : also) {
            PlaywrightAssertions.assertThat(page.locator("#phone-works")).containsText(no(id));
        }
        PlaywrightAssertions.assertThat(page.locator("#phone-works")).containsText(no(ticket));
        window.setOffline(true);
        page.navigate(War.base() + "/phone.xhtml#day");
        page.getByText("kein Netz").waitFor();
    }

    private void open(long id) {
        page.locator("#phone-works a[href='#t" + id + "']").click();
        page.locator("#phone-ticket").getByText(no(id)).first().waitFor();
    }

    private void begin() {
        page.locator("#phone-acts").getByText("Arbeit beginnen").click();
        page.locator("#phone-socket").waitFor();
    }

    private static String no(long id) {
        return String.valueOf(ServerDatabase.sql("select no from ticket where id = ?", id).get(0).get("no"));
    }

    private static String state(long id) {
        return String.valueOf(ServerDatabase.sql("select state from ticket where id = ?", id).get(0).get("state"));
    }

    private static long count(String from, Object... arguments) {
        return ((Number) ServerDatabase.sql("select count(*) as n from " + from, arguments).get(0).get("n")).longValue();
    }

    private static byte[] picture() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure() {
        page.locator("#phone-measure-room").selectOption(new SelectOption().setIndex(1));
        page.locator("#phone-socket").fill("K.01-1");
        page.locator("#phone-port").fill("EV1 / 5");
        page.locator("#phone-length").fill("32,5");
        page.locator("#phone-passed").selectOption("true");
        page.locator("#phone-measure button").click();
    }

    /** Presses the button; with network again the phone sends by itself, too, and then the button may be gone before a mouse has reached it. */
    private void sends() {
        page.locator("#phone-send").dispatchEvent("click");
    }

    private void signsIn(String login) {
        page.locator("input[autocomplete=username]").fill(login);
        page.locator("input[type=password]").fill(PASSWORD);
        page.locator(".gate .btn.go").click();
    }

    @Test
    void what_is_done_without_network_arrives_once_and_in_order_after_the_session_has_ended_too() {
        loseNetwork();
        page.navigate(War.base() + "/install/ticket.xhtml?id=" + ticket);
        page.getByText("lässt sich die gewünschte Seite nicht öffnen").waitFor();
        page.locator("#phone-ticket").getByText(no(ticket)).first().waitFor();
        begin();
        page.locator("#phone-photo").setInputFiles(new FilePayload("dose.jpg", "image/jpeg", picture()));
        page.getByText("Foto dose.jpg").waitFor();
        page.locator("#phone-note summary").click();
        page.locator("#phone-words").fill("Schlüssel beim Hausmeister");
        page.locator("#phone-note button").click();
        page.locator("#phone-steps-waiting").getByText("Interne Notiz").waitFor();
        measure();
        PlaywrightAssertions.assertThat(waiting()).hasCount(4);
        page.reload();
        PlaywrightAssertions.assertThat(waiting()).hasCount(4);
        assertThat(state(ticket)).as("nothing has arrived").isEqualTo("PLANNED");
        assertThat(page.evaluate("async () => JSON.stringify(await new Promise(done => { const asked = indexedDB.open('schulpakt-phone');"
                + " asked.onsuccess = () => { const all = asked.result.transaction('people').objectStore('people').getAll();"
                + " all.onsuccess = () => { asked.result.close(); done(all.result.map(one => one.key.extractable)); }; }; }))")).isEqualTo("[false]");

        window.clearCookies();
        window.setOffline(false);
        sends();
        page.locator("#phone-signin").waitFor();
        PlaywrightAssertions.assertThat(waiting()).hasCount(4);
        page.locator("#phone-signin a").click();
        signsIn("technik");
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        PlaywrightAssertions.assertThat(page.locator("#phone-where")).not().containsText("kein Netz");
        page.waitForCondition(() -> state(ticket).equals("MEASURED"));
        assertThat(count("measurement where ticket_id = ? and length_m = 32.5", ticket)).isEqualTo(1);
        assertThat(count("paper where subject_type = 'Ticket' and subject_id = ?", ticket)).isEqualTo(1);
        assertThat(count("talk_comment where subject_type = 'Ticket' and subject_id = ?", ticket)).isEqualTo(1);
        assertThat(count("history where subject_type = 'Ticket' and subject_id = ? and action like '%START'", ticket)).isEqualTo(1);
    }

    @Test
    void an_answer_that_was_lost_carries_nothing_out_twice() {
        loseNetwork();
        open(ticket);
        begin();
        measure();
        page.evaluate(LOST);
        window.setOffline(false);
        sends();
        PlaywrightAssertions.assertThat(page.locator("#phone-where")).containsText("kein Netz");
        // the page may have tried again by itself, and the button gone
        page.evaluate("() => document.getElementById('phone-send').click()");
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        assertThat(state(ticket)).isEqualTo("MEASURED");
        assertThat(count("measurement where ticket_id = ?", ticket)).isEqualTo(1);
        assertThat(count("history where subject_type = 'Ticket' and subject_id = ? and action like '%START'", ticket)).isEqualTo(1);
    }

    @Test
    void what_does_not_fit_any_more_is_shown_and_decided() {
        long other = taken("Zweite Dose");
        loseNetwork(other);
        open(ticket);
        begin();
        measure();
        page.locator("#phone-ticket").getByText("Zurück").click();
        open(other);
        begin();
        for (long id : List.of(ticket, other)) {
            api.send("tickets/" + id + "/rank", Map.of("version", api.version("tickets/" + id), "priority", "HIGH")).statusCode(200);
        }
        window.setOffline(false);
        sends();
        PlaywrightAssertions.assertThat(waiting().filter(new Locator.FilterOptions().setHasText("nicht übernommen"))).hasCount(2);
        PlaywrightAssertions.assertThat(waiting().filter(new Locator.FilterOptions().setHasText("wartet auf den Schritt davor"))).hasCount(1);
        PlaywrightAssertions.assertThat(waiting().first()).containsText("Stand jetzt: übernommen, Jonas Weber");
        assertThat(state(ticket)).isEqualTo("PLANNED");
        assertThat(Person.signsIn(browser.phone("de-DE"), "technik", "de").page().locator("#waits").isVisible()).as("another phone knows nothing of it").isFalse();

        page.getByLabel(Pattern.compile("Trotzdem eintragen.*" + no(ticket))).click();
        PlaywrightAssertions.assertThat(waiting()).hasCount(1);
        assertThat(state(ticket)).isEqualTo("MEASURED");
        page.getByLabel(Pattern.compile("Verwerfen.*" + no(other))).click();
        page.locator("#phone-why").fill("Ein Kollege war schneller");
        page.locator("#phone-drop .danger").click();
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        assertThat(state(other)).isEqualTo("PLANNED");
        assertThat(ServerDatabase.sql("select text from talk_comment where subject_type = 'Ticket' and subject_id = ?", other).get(0).get("text").toString())
                .contains("verworfen").contains("Arbeit beginnen").endsWith("Ein Kollege war schneller");
    }

    @Test
    void another_person_on_the_same_phone_sees_and_sends_nothing_of_it() {
        loseNetwork();
        open(ticket);
        begin();
        Object technician = page.evaluate("() => new Promise(done => { const asked = indexedDB.open('schulpakt-phone'); asked.onsuccess = () => {"
                + " const all = asked.result.transaction('people').objectStore('people').getAllKeys(); all.onsuccess = () => { asked.result.close(); done(all.result[0]); }; }; })");
        window.clearCookies();
        window.setOffline(false);
        page.navigate(War.base() + "/login.xhtml?next=/phone.xhtml");
        signsIn("schule");
        page.locator("#phone-other").waitFor();
        page.locator("#phone-refresh").click();
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        assertThat(page.locator("main").innerText()).doesNotContain(no(ticket));
        assertThat(state(ticket)).isEqualTo("PLANNED");
        assertThat(asked("overview/phone", technician)).isEqualTo("401 session.other");
        assertThat(asked("requests", technician)).as("what is not for the phone takes no session").isEqualTo("401 token.missing");
        Api.nobody().request().header("Schulpakt-Person", technician).get("overview/phone").then().statusCode(401).body("code", equalTo("session.ended"));

        window.clearCookies();
        page.navigate(War.base() + "/login.xhtml?next=/phone.xhtml");
        signsIn("technik");
        page.getByText("Stand vom").waitFor();
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        assertThat(state(ticket)).isEqualTo("IN_WORK");
    }

    @Test
    void another_person_who_signs_out_deletes_nothing_of_what_the_first_one_has_done() {
        loseNetwork();
        open(ticket);
        begin();
        window.clearCookies();
        window.setOffline(false);
        page.navigate(War.base() + "/login.xhtml?next=/phone.xhtml");
        signsIn("schule");
        page.locator("#phone-other").getByText("Nach 30 Tagen").waitFor();
        Page beside = window.newPage();
        beside.navigate(War.base() + "/phone.xhtml");
        beside.locator("#phone-other").waitFor();
        page.locator("button[popovertarget=me]").click();
        page.locator("#me form button").click();
        page.locator("input[autocomplete=username]").waitFor();
        beside.waitForFunction("() => document.getElementById('phone') && !document.getElementById('phone').dataset.person");
        beside.close();
        assertThat(state(ticket)).isEqualTo("PLANNED");
        assertThat(kept("row => !('path' in row) && row.step.bytes.byteLength > 0")).as("encrypted, and nothing beside it").isEqualTo(1);
        page.navigate(War.base() + "/login.xhtml?next=/");
        signsIn("technik");
        page.getByText("Schritte auf diesem Gerät warten auf die Übertragung").waitFor();
        page.navigate(War.base() + "/phone.xhtml");
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        page.waitForCondition(() -> state(ticket).equals("IN_WORK"));
    }

    @Test
    void what_another_person_left_is_deleted_after_thirty_days() {
        loseNetwork();
        open(ticket);
        begin();
        window.clearCookies();
        window.setOffline(false);
        page.navigate(War.base() + "/login.xhtml");
        // nobody is signed in here, and no script of the phone writes the step once more
        page.evaluate("() => new Promise(done => { const asked = indexedDB.open('schulpakt-phone'); asked.onsuccess = () => { const step = asked.result.transaction('queue', 'readwrite');"
                + " const rows = step.objectStore('queue'); const all = rows.getAll(); all.onsuccess = () => all.result.forEach(row => rows.put({ ...row, at: row.at - 31 * 24 * 3600 * 1000 }));"
                + " step.oncomplete = () => { asked.result.close(); done(); }; }; })");
        assertThat(kept("row => true")).isEqualTo(1);
        signsIn("schule");
        page.locator("button[popovertarget=me]").waitFor();
        page.waitForCondition(() -> kept("row => true") == 0);
    }

    @Test
    void of_a_step_that_does_not_say_since_when_it_waits_the_thirty_days_begin_with_the_next_person() {
        loseNetwork();
        open(ticket);
        begin();
        window.clearCookies();
        window.setOffline(false);
        page.navigate(War.base() + "/login.xhtml");
        page.evaluate("() => new Promise(done => { const asked = indexedDB.open('schulpakt-phone'); asked.onsuccess = () => { const step = asked.result.transaction('queue', 'readwrite');"
                + " const rows = step.objectStore('queue'); const all = rows.getAll(); all.onsuccess = () => all.result.forEach(({ at, ...row }) => rows.put(row));"
                + " step.oncomplete = () => { asked.result.close(); done(); }; }; })");
        assertThat(kept("row => !row.at")).isEqualTo(1);
        signsIn("schule");
        page.locator("button[popovertarget=me]").waitFor();
        page.waitForCondition(() -> kept("row => row.at > Date.now() - 600000") == 1);
    }

    /** How many steps of the queue are so. */
    private int kept(String so) {
        return ((Number) page.evaluate("() => new Promise(done => { const asked = indexedDB.open('schulpakt-phone'); asked.onsuccess = () => {"
                + " const all = asked.result.transaction('queue').objectStore('queue').getAll(); all.onsuccess = () => { asked.result.close();"
                + " done(all.result.filter(" + so + ").length); }; }; })")).intValue();
    }

    @Test
    void time_and_material_go_through_the_same_queue_and_count_for_the_day_on_which_they_were_typed() {
        long authority = ((Number) ServerDatabase.sql("select authority_id as id from school where id = ?", school()).get(0).get("id")).longValue();
        String name = "Bus " + ticket;
        long van = api.create("stores", Map.of("authorityId", authority, "name", name));
        api.send("stores/" + van + "/receive", Map.of("article", "Patchkabel 5 m", "unit", "Stück", "amount", 10, "costCents", 3_000)).statusCode(200);
        loseNetwork();
        open(ticket);
        page.locator("#phone-time summary").click();
        page.locator("#phone-minutes").fill("25");
        page.locator("#phone-time button").click();
        page.locator("#phone-steps-waiting").getByText("Zeit eintragen: 25 min").waitFor();
        String option = page.locator("#phone-article option").filter(new Locator.FilterOptions().setHasText(name)).getAttribute("value");
        page.locator("#phone-material summary").click();
        page.locator("#phone-article").selectOption(option);
        page.locator("#phone-amount").fill("2");
        page.locator("#phone-material button").click();
        page.locator("#phone-steps-waiting").getByText("Material entnehmen: 2 Stück Patchkabel").waitFor();
        PlaywrightAssertions.assertThat(page.locator("#phone-article")).containsText(name + " (8 Stück)");
        page.locator("#phone-article").selectOption(option);
        page.locator("#phone-amount").fill("9");
        page.locator("#phone-material button").click();
        PlaywrightAssertions.assertThat(waiting()).hasCount(3);
        assertThat(count("work_time where ticket_id = ?", ticket)).isZero();
        window.setOffline(false);
        sends();
        PlaywrightAssertions.assertThat(waiting()).hasCount(1);
        PlaywrightAssertions.assertThat(waiting().first()).containsText("nicht übernommen");
        PlaywrightAssertions.assertThat(waiting().first()).containsText("nur 8");
        assertThat(count("work_time where ticket_id = ? and minutes = 25", ticket)).isEqualTo(1);
        assertThat(count("material_use where ticket_id = ? and amount = 2 and cents = 600", ticket)).isEqualTo(1);
        page.getByLabel(Pattern.compile("Verwerfen.*" + no(ticket))).click();
        page.locator("#phone-why").fill("Vertippt");
        page.locator("#phone-drop .danger").click();
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
    }

    @Test
    void a_signature_waits_encrypted_and_stands_under_the_protocol_for_the_words_that_were_shown() {
        loseNetwork();
        open(ticket);
        page.locator("#phone-sign summary").click();
        page.locator("#phone-sign-name").fill("Erika Muster");
        page.locator("#phone-sign details > button").click();
        PlaywrightAssertions.assertThat(page.locator("#phone-wrong")).containsText("Es fehlt die Unterschrift");
        draw();
        page.locator("#phone-sign details > button").click();
        page.locator("#phone-steps-waiting").getByText("Unterschrift der Schule: Erika Muster").waitFor();
        assertThat(kept("row => JSON.stringify(Object.keys(row).sort()) === '[\"at\",\"n\",\"person\",\"step\"]'")).isEqualTo(1);
        window.setOffline(false);
        sends();
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        assertThat(count("signature where subject_type = 'Ticket' and subject_id = ? and kind = 'protocol' and picture is not null and said like ?", ticket, no(ticket) + "%")).isEqualTo(1);
    }

    private void draw() {
        page.locator("#phone-sign canvas").scrollIntoViewIfNeeded();
        var box = page.locator("#phone-sign canvas").boundingBox();
        page.mouse().move(box.x + 20, box.y + 20);
        page.mouse().down();
        page.mouse().move(box.x + 120, box.y + 60);
        page.mouse().move(box.x + 200, box.y + 30);
        page.mouse().up();
    }

    @Test
    void with_network_too_the_school_signs_after_the_end_for_how_it_ended() {
        long fault = api.create("tickets", Map.of("schoolId", school(), "title", "Dose ohne Strom", "kind", "FAULT"));
        api.send("tickets/" + fault + "/take", Map.of("version", api.version("tickets/" + fault))).statusCode(200);
        page.locator("#phone-refresh").click();
        open(fault);
        page.locator("#phone-acts").getByText("Arbeit beginnen").click();
        page.locator("#phone-outcome").fill("Sicherung getauscht");
        page.locator("#phone-finish > button").click();
        page.waitForCondition(() -> state(fault).equals("CLOSED"));
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        page.locator("#phone-refresh").click();
        page.reload();
        PlaywrightAssertions.assertThat(page.locator("#phone-sign [data-f=words]")).containsText("Sicherung getauscht");
        PlaywrightAssertions.assertThat(page.locator("#phone-finish")).isHidden();
        page.locator("#phone-sign summary").click();
        page.locator("#phone-sign-name").fill("Erika Muster");
        draw();
        page.locator("#phone-sign details > button").click();
        page.waitForCondition(() -> count("signature where subject_type = 'Ticket' and subject_id = ? and said like '%Sicherung getauscht'", fault) == 1);
    }

    @Test
    void the_article_that_was_chosen_is_booked_after_a_new_state_came_and_no_number_is_guessed() {
        long authority = ((Number) ServerDatabase.sql("select authority_id as id from school where id = ?", school()).get(0).get("id")).longValue();
        String name = "Wagen " + ticket;
        long van = api.create("stores", Map.of("authorityId", authority, "name", name));
        receive(van, "Patchkabel 5 m");
        page.locator("#phone-refresh").click();
        open(ticket);
        page.locator("#phone-material summary").click();
        Locator options = page.locator("#phone-article option").filter(new Locator.FilterOptions().setHasText(name));
        PlaywrightAssertions.assertThat(options).hasCount(1);
        page.locator("#phone-article").selectOption(options.getAttribute("value"));
        receive(van, "Abzweigdose");
        page.locator("#phone-refresh").click();
        PlaywrightAssertions.assertThat(options).hasCount(2);
        page.locator("#phone-amount").fill("1.000");
        page.locator("#phone-material button").click();
        PlaywrightAssertions.assertThat(page.locator("#phone-wrong")).containsText("1.000");
        page.locator("#phone-amount").fill("1,5");
        page.locator("#phone-material button").click();
        page.waitForCondition(() -> count("material_use where ticket_id = ?", ticket) == 1);
        assertThat(count("material_use where ticket_id = ? and article = 'Patchkabel 5 m' and amount = 1.5", ticket)).isEqualTo(1);
    }

    private void receive(long store, String article) {
        api.send("stores/" + store + "/receive", Map.of("article", article, "unit", "Stück", "amount", 10, "costCents", 3_000)).statusCode(200);
    }

    @Test
    void a_photo_waits_smaller_upright_and_without_what_the_camera_wrote_beside_it() throws IOException {
        byte[] large = turned(3000, 2000);
        loseNetwork();
        open(ticket);
        page.locator("#phone-photo").setInputFiles(new FilePayload("IMG_1.jpeg", "image/jpeg", large));
        page.getByText("Foto IMG_1.jpg").waitFor();
        assertThat(kept("row => row.photo && row.photo.bytes.byteLength < " + large.length * 3L / 4)).isEqualTo(1);
        window.setOffline(false);
        sends();
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        Object paper = ServerDatabase.sql("select max(id) as id from paper where subject_type = 'Ticket' and subject_id = ?", ticket).get(0).get("id");
        byte[] arrived = api.request().get("files/" + paper + "/content").asByteArray();
        BufferedImage picture = ImageIO.read(new java.io.ByteArrayInputStream(arrived));
        assertThat(List.of(picture.getWidth(), picture.getHeight())).as("turned upright").isEqualTo(List.of(1365, 2048));
        assertThat(new String(arrived, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("Exif").doesNotContain("GPS-KOBLENZ");
    }

    /** A picture that the camera held upright, with a place written beside it, and noise so that it is large. */
    private static byte[] turned(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        java.util.Random noise = new java.util.Random(4711);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, noise.nextInt(0xFFFFFF));
            }
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", plain);
        byte[] bytes = plain.toByteArray();
        byte[] beside = ("Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0GPS-KOBLENZ").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) ((beside.length + 2) >> 8), (byte) (beside.length + 2)});
        out.write(beside);
        out.write(bytes, 2, bytes.length - 2);
        return out.toByteArray();
    }

    @Test
    void a_clock_that_was_put_back_and_a_sign_out_before_silence_no_page_that_is_opened_after() {
        worker("{ keep: 'en', since: Date.now() + 3600000 }");
        becomes(KEPT_IN_ENGLISH);
        worker("{ keep: 'de', since: Date.now() }");
        becomes("() => caches.match('/phone.xhtml').then(page => page.text()).then(text => /<html[^>]*lang=\"de\"/.test(text))");
        worker("{ keep: 'de', since: Date.now() + 3600000 }");
        Page other = window.newPage();
        other.navigate(War.base() + "/install/tickets.xhtml");
        leave();
        worker("{ keep: 'en', since: Date.now() + 7200000 }");
        other.evaluate(WORKER + ".postMessage({ speak: 'en', since: Date.now() + 7200000 }))");
        leave();
        assertThat(page.evaluate(KEPT_IN_ENGLISH)).as("opened before").isEqualTo(false);
        page.navigate(War.base() + "/install/tickets.xhtml?lang=en");
        becomes(KEPT_IN_ENGLISH);
    }

    private void worker(String message) {
        page.evaluate(WORKER + ".postMessage(" + message + "))");
    }

    /** As signing out does; the answer comes when all that was asked for is kept. */
    private void leave() {
        page.evaluate("() => navigator.serviceWorker.ready.then(known => new Promise(done => {"
                + " const way = new MessageChannel(); way.port1.onmessage = () => done(true); known.active.postMessage({ leave: true }, [way.port2]); }))");
    }

    @Test
    void the_kept_page_speaks_the_language_that_was_chosen_on_any_page() {
        page.navigate(War.base() + "/install/tickets.xhtml?lang=en");
        becomes(KEPT_IN_ENGLISH);
        // what a page before has asked for arrives late; the answer comes when all that was asked for is kept
        page.evaluate("() => navigator.serviceWorker.ready.then(known => new Promise(done => { known.active.postMessage({ keep: 'de', since: 1 });"
                + " const way = new MessageChannel(); way.port1.onmessage = () => done(true); known.active.postMessage({ leave: true }, [way.port2]); }))");
        assertThat(page.evaluate(KEPT_IN_ENGLISH)).isEqualTo(true);
        window.setOffline(true);
        page.navigate(War.base() + "/phone.xhtml");
        page.getByText("no network").waitFor();
    }

    @Test
    void a_language_in_an_address_that_was_typed_does_not_go_into_the_account_through_the_worker() {
        Object before = language();
        // as in the moment in which the worker has just begun
        page.evaluate("() => navigator.serviceWorker.ready.then(known => known.navigationPreload.disable())");
        page.navigate(War.base() + "/install/tickets.xhtml?lang=" + ("en".equals(before) ? "de" : "en"));
        page.waitForFunction("() => Boolean(navigator.serviceWorker.controller)");
        assertThat(language()).isEqualTo(before);
    }

    private static Object language() {
        return ServerDatabase.sql("select language from app_user where login = 'technik'").get(0).get("language");
    }

    @Test
    void a_session_opens_what_is_for_the_phone_and_only_to_our_own_pages() {
        String both = window.cookies().stream().map(cookie -> cookie.name + "=" + cookie.value).collect(Collectors.joining("; "));
        String one = window.cookies().stream().filter(cookie -> cookie.name.equals("JSESSIONID")).map(cookie -> cookie.name + "=" + cookie.value).findFirst().orElseThrow();
        String me = page.locator("#phone").getAttribute("data-person");
        come(both, me, "same-origin").get("overview/phone").then().statusCode(200).body("person", equalTo(Integer.valueOf(me)));
        for (String site : List.of("cross-site", "same-site", "none")) {
            come(both, me, site).get("overview/phone").then().statusCode(401).body("code", equalTo("session.ended"));
        }
        come(one, me, "same-origin").get("overview/phone").then().statusCode(401).body("code", equalTo("session.ended"));
        come(both, me + "0", "same-origin").get("overview/phone").then().statusCode(401).body("code", equalTo("session.other"));
        come(both, me, "same-origin").get("tickets").then().statusCode(401).body("code", equalTo("token.missing"));
        Api.nobody().request().header("Cookie", both).header("Sec-Fetch-Site", "same-origin").get("overview/phone").then().statusCode(401)
                .body("code", equalTo("token.missing"));
        come(both, me, "cross-site").contentType("application/json").body("{}").post("tickets/" + ticket + "/start").then().statusCode(403);
        assertThat(state(ticket)).isEqualTo("PLANNED");
    }

    private static RequestSpecification come(String cookies, String person, String site) {
        return Api.nobody().request().header("Cookie", cookies).header("Schulpakt-Person", person).header("Sec-Fetch-Site", site);
    }

    private Object asked(String path, Object person) {
        return page.evaluate("async ([path, person]) => { const answer = await fetch('/api/v1/' + path, { headers: { 'Schulpakt-Person': String(person) } });"
                + " return answer.status + ' ' + (await answer.json()).code; }", List.of(path, person));
    }

    @Test
    void signing_out_asks_where_something_waits_and_deletes_all_of_it() {
        loseNetwork();
        open(ticket);
        begin();
        // steps wait on, because the server is not reached at once
        page.evaluate("() => { window.fetch = () => Promise.reject(new TypeError('away')); }");
        window.setOffline(false);
        Page home = window.newPage();
        home.navigate(War.base() + "/");
        home.getByText("Schritte auf diesem Gerät warten auf die Übertragung").waitFor();
        page.close();
        home.onceDialog(dialog -> dialog.dismiss());
        home.locator("button[popovertarget=me]").click();
        home.locator("#me form button").click();
        home.waitForTimeout(500);
        assertThat(home.url()).as("asked, and stayed").doesNotContain("login");
        home.onceDialog(dialog -> dialog.accept());
        home.locator("#me form button").click();
        home.locator("input[autocomplete=username]").waitFor();
        assertThat(home.evaluate("async () => (await indexedDB.databases()).length + (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length"))
                .isEqualTo(0);
        assertThat(state(ticket)).isEqualTo("PLANNED");
    }

    @Test
    void signing_out_on_the_page_itself_leads_to_the_sign_in_and_leaves_nothing() {
        page.locator("button[popovertarget=me]").click();
        page.locator("#me form button").click();
        page.locator("input[autocomplete=username]").waitFor();
        assertThat(page.evaluate("async () => (await indexedDB.databases()).length + (await caches.keys()).length + (await navigator.serviceWorker.getRegistrations()).length"))
                .isEqualTo(0);
    }

    @Test
    void what_one_person_took_along_goes_as_soon_as_another_one_is_signed_in_on_any_page() {
        window.clearCookies();
        page.navigate(War.base() + "/login.xhtml");
        signsIn("schule");
        page.locator("button[popovertarget=me]").waitFor();
        becomes("() => new Promise(done => { const asked = indexedDB.open('schulpakt-phone'); asked.onsuccess = () => {"
                + " const step = asked.result.transaction(['kept', 'people']); const kept = step.objectStore('kept').count(); const people = step.objectStore('people').count();"
                + " step.oncomplete = () => { asked.result.close(); done(kept.result + people.result === 0); }; }; })");
    }

    @Test
    void a_length_that_is_no_number_and_a_true_minus_are_understood_for_what_they_are() {
        open(ticket);
        begin();
        page.locator("#phone-measure-room").selectOption(new SelectOption().setIndex(1));
        page.locator("#phone-socket").fill("K.01-1");
        page.locator("#phone-port").fill("EV1 / 5");
        page.locator("#phone-length").fill("25 m");
        page.locator("#phone-passed").selectOption("true");
        page.locator("#phone-measure button").click();
        PlaywrightAssertions.assertThat(page.locator("#phone-wrong")).containsText("Das ist keine Zahl: 25 m");
        page.locator("#phone-length").fill("25,4");
        page.locator("#phone-signal").fill("\u221265");
        page.locator("#phone-measure button").click();
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        page.waitForCondition(() -> count("measurement where ticket_id = ? and length_m = 25.4 and signal_dbm = -65", ticket) == 1);
    }

    @Test
    void results_of_a_kind_and_the_file_of_a_tester_wait_without_network_and_arrive_once() {
        String mark = String.valueOf(ticket);
        String code = "KELLER_" + mark;
        Api.as("verwaltung", PASSWORD).send("ticket-kinds", Map.of("code", code, "facts", Map.ofEntries(Map.entry("nameDe", "Aufnahme " + mark), Map.entry("nameEn", "Survey " + mark),
                Map.entry("measurement", false), Map.entry("photo", false), Map.entry("acceptance", false), Map.entry("devices", "NONE"), Map.entry("schoolOpens", false),
                Map.entry("priority", "NORMAL"), Map.entry("minutes", 60), Map.entry("clocked", false), Map.entry("offered", true), Map.entry("results", List.of(
                        Map.of("nameDe", "Bandbreite", "nameEn", "Bandwidth", "type", "NUMBER", "needed", true, "unit", "Mbit/s", "least", 1, "most", 10000),
                        Map.of("nameDe", "Beschriftet", "nameEn", "Labelled", "type", "YES_NO", "needed", false),
                        Map.of("nameDe", "Anschluss", "nameEn", "Medium", "type", "CHOICE", "needed", false, "choicesDe", List.of("Glasfaser", "Kupfer"), "choicesEn", List.of("Fibre", "Copper")),
                        Map.of("nameDe", "Kabel", "nameEn", "Cable", "type", "MEASUREMENT", "needed", false)))))).statusCode(201);
        long survey = api.create("tickets", Map.of("schoolId", school(), "title", "Aufnahme " + mark, "kind", code));
        api.send("tickets/" + survey + "/take", Map.of("version", api.version("tickets/" + survey))).statusCode(200);
        String label = cable(mark);
        loseNetwork(survey);
        open(survey);
        page.locator("#phone-acts").getByText("Arbeit beginnen").click();
        Locator results = page.locator("#phone-results");
        results.getByLabel(Pattern.compile("Bandbreite")).fill("20000");
        results.locator("button").click();
        PlaywrightAssertions.assertThat(page.locator("#phone-wrong")).containsText("Bandbreite");
        results.getByLabel(Pattern.compile("Bandbreite")).fill("940,25");
        results.getByLabel(Pattern.compile("Beschriftet")).selectOption("true");
        results.getByLabel(Pattern.compile("Anschluss")).selectOption("Glasfaser");
        results.locator("button").click();
        page.locator("#phone-steps-waiting").getByText("Bandbreite").waitFor();
        page.locator("#phone-tests summary").click();
        page.locator("#phone-tests-file").setInputFiles(new FilePayload("tester.csv", "text/csv",
                ("Cable Label;Test Limit;Result;Length (m)\n" + label + ";ISO 11801 Channel Class EA;PASS;38,54\nFREMD-" + mark + ";;PASS;\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        page.locator("#phone-tests-said").getByText(Pattern.compile("\\S")).first().waitFor();
        page.locator("#phone-tests button").click();
        page.locator("#phone-steps-waiting").getByText("tester.csv").waitFor();
        page.reload();
        PlaywrightAssertions.assertThat(waiting()).hasCount(3);
        PlaywrightAssertions.assertThat(results.getByLabel(Pattern.compile("Bandbreite"))).hasValue("940,25");
        assertThat(count("ticket_result where ticket_id = ?", survey)).as("nothing has arrived").isZero();
        window.setOffline(false);
        sends();
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        assertThat(count("ticket_result where ticket_id = ? and value in ('940.25', 'true', 'Glasfaser')", survey)).isEqualTo(3);
        assertThat(count("network_cable where label = ? and passed = 1", label)).isEqualTo(1);
        PlaywrightAssertions.assertThat(page.locator("#phone-tests-said")).containsText("FREMD-" + mark);
        assertThat(count("history where subject_type = 'Ticket' and subject_id = ? and action like '%RESULT'", survey)).as("one line for each, and none twice").isEqualTo(3);
    }

    /** A cable from a socket to a panel of the school; answers what stands on it. */
    private String cable(String mark) {
        Object room = ServerDatabase.sql("select min(id) as id from room where school_id = ? and closed_on is null and left_on is null", school()).get(0).get("id");
        long socket = unit(Map.of("schoolId", school(), "kind", "SOCKET", "name", "D-" + mark, "roomId", room, "ports", "1"));
        long panel = unit(Map.of("schoolId", school(), "kind", "PANEL", "name", "PP-" + mark, "ports", "2"));
        String label = "K-" + mark;
        api.send("network/cables", Map.of("portId", port(socket), "face", "REAR", "otherPortId", port(panel), "otherFace", "REAR", "label", label)).statusCode(200);
        return label;
    }

    private long unit(Map<String, Object> facts) {
        return api.send("network/units", facts).statusCode(201).extract().jsonPath().getLong("unit.id");
    }

    private static Object port(long unit) {
        return ServerDatabase.sql("select min(id) as id from network_port where unit_id = ?", unit).get(0).get("id");
    }

    @Test
    void a_stock_taking_goes_on_without_network_and_what_two_saw_differently_is_shown_and_decided() {
        long id = api.create("stocktakes", Map.of("schoolId", school(), "title", "Inventur im Keller"));
        List<Map<String, Object>> items = api.read("stocktakes/" + id + "/items?size=50").jsonPath().getList("rows");
        Map<String, Object> first = items.get(0);
        Map<String, Object> second = items.get(1);
        String no = String.valueOf(ServerDatabase.sql("select no from stocktake where id = ?", id).get(0).get("no"));
        page.locator("#phone-refresh").click();
        page.getByLabel(Pattern.compile("Mitnehmen.*" + no)).click();
        page.locator("#phone-counts a[href='#c" + id + "']").waitFor();
        loseNetwork();
        page.locator("#phone-counts a[href='#c" + id + "']").click();
        page.locator("#phone-place").selectOption(new SelectOption().setIndex(1));
        long here = Long.parseLong(page.locator("#phone-place").inputValue());
        for (String number : List.of(first.get("inventoryNo").toString(), second.get("inventoryNo").toString().toLowerCase(Locale.ROOT).replace("-", " "), "4711-0815")) {
            page.locator("#phone-number").fill(number);
            page.locator("#phone-number").press("Enter");
            page.locator("#phone-steps-waiting").getByText(number).waitFor();
        }
        page.getByText("gehört zu keinem erwarteten Gerät").waitFor();
        PlaywrightAssertions.assertThat(page.locator("[data-f=progress]")).hasText("2 / " + items.size());
        assertThat(count("stocktake_sighting x join stocktake_item i on i.id = x.item_id where i.stocktake_id = ?", id)).isZero();
        Object elsewhere = ServerDatabase.sql("select r.id as id from room r join building b on b.id = r.building_id where b.school_id = ? and r.id <> ? order by r.id limit 1", school(), here)
                .get(0).get("id");
        Api.as("schule", PASSWORD).send("stocktakes/" + id + "/scan", Map.of("number", first.get("inventoryNo"), "roomId", elsewhere, "move", false)).statusCode(200);
        window.setOffline(false);
        sends();
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        PlaywrightAssertions.assertThat(page.locator("#phone-disputed")).containsText(first.get("inventoryNo").toString());
        assertThat(count("stocktake_sighting x join stocktake_item i on i.id = x.item_id where i.stocktake_id = ?", id)).isEqualTo(4);
        page.locator("#phone-disputed a").click();
        page.getByText("In verschiedenen Räumen gesehen").first().waitFor();
        page.locator("main").getByText("So ist es").first().click();
        page.getByText("Entschieden.").first().waitFor();
        assertThat(count("stocktake_item where stocktake_id = ? and disputed", id)).isZero();
        api.send("stocktakes/" + id + "/decide", Map.of("itemId", first.get("id"), "roomId", here)).statusCode(409).body("code", equalTo("stocktake.undisputed"));
    }

    @Test
    void a_guest_who_stands_before_the_door_reports_a_fault_without_an_account() {
        Object room = ServerDatabase.sql("select r.id as id from room r join building b on b.id = r.building_id where b.school_id = ? order by r.id limit 1", school()).get(0).get("id");
        long id = Api.as("schule", PASSWORD).send("faults/codes", Map.of("roomId", room)).extract().jsonPath().getLong("id");
        String code = String.valueOf(ServerDatabase.sql("select code from fault_code where id = ?", id).get(0).get("code"));
        long before = count("fault_report where code_id = ?", id);
        try (BrowserContext nobody = browser.phone("de-DE")) {
            nobody.setDefaultTimeout(LATE);
            Page door = nobody.newPage();
            door.navigate(War.base() + "/report.xhtml?code=" + code);
            door.locator("[id='report:words']").fill("Der Beamer bleibt dunkel");
            door.locator("[id='report:go']").click();
            // what is known at the door is shown once it was reported
            door.locator("ul.todo li").first().waitFor();
        }
        assertThat(count("fault_report where code_id = ?", id)).isEqualTo(before + 1);
        assertThat(count("ticket t join fault_report r on r.ticket_id = t.id where r.code_id = ? and t.school_id = ?", id, school())).isEqualTo(before + 1);
    }

    @Test
    void the_page_has_no_fault_with_work_on_it() {
        open(ticket);
        begin();
        PlaywrightAssertions.assertThat(page.locator("#phone-queue")).isHidden();
        try (Person desk = Person.signsIn(browser.desktop("de-DE"), "technik", "de")) {
            desk.typesAddress("/phone.xhtml#t" + ticket);
            desk.reads("Messung eintragen").look();
        }
    }
}
