package de.schulpakt.paper.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import de.schulpakt.kit.Api;
import de.schulpakt.kit.ApiWorld;
import de.schulpakt.kit.Browser;
import de.schulpakt.kit.Person;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Files over REST and in the browser, on the built WAR. */
@ServerTest
class PaperIT {
    private static final byte[] PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    private static byte[] photo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    @Test
    void a_photo_at_a_ticket_is_seen_by_its_school_and_not_by_another() throws IOException {
        ApiWorld world = ApiWorld.people();
        long ticket = world.technician.create("tickets", Map.of("schoolId", world.school, "roomId", world.room, "title", "Dose ohne Netz"));
        String at = "?subject=Ticket&id=" + ticket;
        Integer id = world.technician.request().contentType("application/octet-stream").body(photo())
                .post("files" + at + "&kind=PHOTO&filename=Dose.jpg").then().statusCode(201).extract().path("id");
        world.school1.request().get("files" + at).then().statusCode(200).body("rows[0].name", equalTo("Dose.jpg")).body("attaches", equalTo(true));
        world.school1.request().get("files/" + id + "/content").then().statusCode(200).header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", containsString("attachment")).header("Content-Type", containsString("application/octet-stream"))
                .header("Content-Security-Policy", containsString("sandbox"));
        world.school1.request().get("files/" + id + "/preview").then().statusCode(200).header("Content-Type", containsString("image/jpeg"));
        for (String path : new String[] {"files/" + id, "files/" + id + "/content", "files/" + id + "/preview", "files" + at}) {
            world.school2.request().get(path).then().statusCode(404).body("code", equalTo("not_found"));
        }
        world.school2.request().contentType("application/octet-stream").body(PDF).post("files" + at + "&kind=OTHER&filename=x.pdf").then().statusCode(404);
        world.auditor.request().contentType("application/octet-stream").body(PDF).post("files" + at + "&kind=OTHER&filename=x.pdf").then().statusCode(403);
        world.technician.request().contentType("application/octet-stream").body("<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8))
                .post("files" + at + "&kind=OTHER&filename=x.jpg").then().statusCode(409).body("code", equalTo("paper.type"));
        world.technician.request().contentType("application/octet-stream").body(Arrays.copyOf(PDF, 25 << 20))
                .post("files" + at + "&kind=OTHER&filename=gross.pdf").then().statusCode(201);
        world.technician.request().contentType("application/octet-stream").body(Arrays.copyOf(PDF, (25 << 20) + 1))
                .post("files" + at + "&kind=OTHER&filename=zu-gross.pdf").then().statusCode(409).body("code", equalTo("paper.too_large"));
        Integer version = world.school1.request().get("files/" + id).then().extract().path("version");
        world.technician.send("files/" + id + "/remove", Map.of("version", version, "why", "unscharf")).statusCode(200).body("removedWhy", equalTo("unscharf"));
        world.school1.request().get("files/" + id + "/content").then().statusCode(404);
    }

    @Test
    void a_person_chooses_files_on_a_page_and_sees_what_was_kept_and_what_failed() throws IOException {
        Api admin = Api.as("verwaltung", "schulpakt");
        try (Browser browser = Browser.open()) {
            Person person = Person.signsIn(browser.desktop("de-DE"), "verwaltung", "de");
            Page page = person.page();
            Integer school = admin.read("schools").path("rows[0].id");
            person.typesAddress("/school/school.xhtml?id=" + school);
            page.locator("#paper-file").setInputFiles(new FilePayload[] {new FilePayload("plan.pdf", "application/pdf", PDF),
                    new FilePayload("boese.jpg", "image/jpeg", "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8))});
            page.locator("form.attach li", new Page.LocatorOptions().setHasText("plan.pdf: gespeichert")).waitFor();
            page.locator("form.attach li", new Page.LocatorOptions().setHasText("werden nicht angenommen")).waitFor();
            try (InputStream sample = PaperIT.class.getResourceAsStream("/papers/photo.heic")) {
                page.locator("#paper-file").setInputFiles(new FilePayload("IMG_7.HEIC", "image/heic", sample.readAllBytes()));
            }
            page.locator("form.attach li", new Page.LocatorOptions().setHasText("IMG_7.jpg: gespeichert")).waitFor();
            byte[] kept = admin.request().get("files/" + admin.read("files?subject=School&id=" + school).<Integer>path("rows[0].id") + "/content").asByteArray();
            BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(kept));
            assertThat(drawn.getWidth()).isEqualTo(96);
            assertThat(drawn.getHeight()).isEqualTo(64);
            assertThat(new java.awt.Color(drawn.getRGB(10, 30)).getRed()).as("orange on the left").isGreaterThan(200);
            assertThat(new java.awt.Color(drawn.getRGB(85, 30)).getRed()).as("blue on the right").isLessThan(60);
            person.close();
        }
    }
}
