package de.schulpakt.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import de.schulpakt.kit.Api;
import de.schulpakt.kit.Browser;
import de.schulpakt.kit.Person;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An import over REST and in the browser, on the built WAR: the upload as a form, the worker, the lists to take away. */
@ServerTest
class ImportIT {
    private static final String HEAD = "Schulnummer;Name;Schulart;Land;PLZ;Ort\n";

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    @Test
    void a_file_comes_as_a_part_of_a_form_and_is_stored_by_the_worker() throws InterruptedException {
        Api admin = Api.as("verwaltung", "schulpakt");
        // one body with its length, as browsers and curl send it; the front refuses parts of unknown size
        String body = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"schulen.csv\"\r\nContent-Type: text/csv\r\n\r\n" + HEAD
                + "77101;Schule Größe;GS;HH;20095;Hamburg\n;Ohne;GS;HH;;\n\r\n--part--\r\n";
        Integer id = admin.request().config(RestAssured.config().encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs("multipart/form-data", ContentType.TEXT))).contentType("multipart/form-data; boundary=part")
                .body(body.getBytes(StandardCharsets.UTF_8)).post("school-imports").then().statusCode(201).extract().path("id");
        Map<String, Object> view = admin.read("school-imports/" + id).jsonPath().getMap("$");
        assertThat(view).containsEntry("runnable", false);
        @SuppressWarnings("unchecked")
        Map<String, Object> settings = new java.util.HashMap<>((Map<String, Object>) view.get("settings"));
        settings.put("leaveOut", true);
        Object version = admin.request().contentType("application/json").body(Map.of("version", view.get("version"), "settings", settings))
                .put("school-imports/" + id + "/settings").then().statusCode(200).body("runnable", equalTo(true)).extract().path("version");
        admin.send("school-imports/" + id + "/run", Map.of("version", version)).statusCode(202);
        String state = "RUNNING";
        for (int i = 0; i < 600 && "RUNNING".equals(state); i++) {
            Thread.sleep(100);
            state = admin.read("school-imports/" + id + "/progress").path("state");
        }
        assertThat(state).isEqualTo("DONE");
        assertThat(admin.read("schools?text=Größe").<String>path("rows[0].officialNo")).isEqualTo("77101");
        admin.send("school-imports/" + id + "/cancel", Map.of("version", version)).statusCode(409);
    }

    @Test
    void a_person_uploads_looks_and_starts() {
        try (Browser browser = Browser.open()) {
            Person person = Person.signsIn(browser.desktop("de-DE"), "verwaltung", "de");
            Page page = person.page();
            person.typesAddress("/school/imports.xhtml");
            page.locator("input[type=file]").setInputFiles(new FilePayload("register.csv", "text/csv",
                    (HEAD + "77201;Schule im Browser;Zauberschule;HB;28195;Bremen\n").getBytes(StandardCharsets.UTF_8)));
            page.locator("form[id=upload] .btn.go").click();
            page.waitForLoadState();
            assertThat(page.content()).contains("Diese Schulart ist unbekannt").contains("Zauberschule").doesNotContain("???");
            page.locator("select[aria-label='Bedeutung: Zauberschule']").selectOption("OTHER");
            page.locator("form[id=columns] .btn").first().click();
            page.waitForLoadState();
            assertThat(page.content()).doesNotContain("Diese Schulart ist unbekannt");
            page.locator("form[id=head] .btn.go").first().click();
            Locator confirm = page.locator("dialog[open] .btn.go, .ui-confirm-dialog .btn.go");
            if (confirm.count() > 0) {
                confirm.first().click();
            }
            page.getByText("Vollständig übernommen").first().waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            byte[] list = page.request().get(War.base() + "/school/schools.csv?text=Browser").body();
            assertThat(new String(list, StandardCharsets.UTF_8)).startsWith("\ufeff").contains("\"Schulnummer\"", "\"Schule im Browser\";\"Andere Schule\"", "\"77201\"");
            person.close();
        }
    }
}
