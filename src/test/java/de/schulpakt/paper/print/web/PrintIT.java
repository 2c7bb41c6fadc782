package de.schulpakt.paper.print.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import de.schulpakt.kit.Api;
import de.schulpakt.kit.ApiWorld;
import de.schulpakt.kit.PdfCheck;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Printed papers, letterheads, labels and signatures over REST, on the built WAR. */
@ServerTest
class PrintIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    private static byte[] pdf(Api who, String path) {
        byte[] pdf = who.request().accept("application/pdf").get(path).then().statusCode(200).header("Content-Type", containsString("application/pdf"))
                .extract().asByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        return pdf;
    }

    @Test
    void the_papers_of_a_ticket_carry_the_head_of_its_authority_and_are_signed_once_it_is_accepted() throws IOException {
        ApiWorld world = ApiWorld.people();
        Map<String, Object> head = new HashMap<>(Map.of("sender", "Stadt Briefkopf\nRathausplatz 1", "footer", "Sparkasse"));
        String of = "letters?authority=" + world.authority + "&part=head&lang=de";
        world.officer.request().contentType("application/json").body(head).post(of).then().statusCode(404);
        Integer first = world.admin.request().contentType("application/json").body(head).post(of).then().statusCode(201).extract().path("id");
        ByteArrayOutputStream logo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 30, BufferedImage.TYPE_INT_RGB), "png", logo);
        Integer second = world.admin.request().contentType("application/octet-stream").body(logo.toByteArray())
                .post("letters/logo?authority=" + world.authority + "&lang=de").then().statusCode(201).extract().path("id");
        assertThat(second).isGreaterThan(first);
        world.admin.request().get("letters/" + second).then().statusCode(200).body("logo", equalTo(true)).body("sender", containsString("Briefkopf"));
        assertThat(PdfCheck.text(pdf(world.admin, "letters/" + second + "/preview"))).contains("Stadt Briefkopf");
        world.admin.request().contentType("application/json").body("{}").post("letters/" + second + "/use").then().statusCode(200).body("inForce", equalTo(true));

        long ticket = world.technician.create("tickets", Map.of("schoolId", world.school, "roomId", world.room, "title", "Dose <ohne> Netz"));
        byte[] paper = pdf(world.school1, "tickets/" + ticket + "/paper");
        PdfCheck.conforms(paper);
        assertThat(PdfCheck.text(paper)).contains("Stadt Briefkopf").contains("Dose <ohne> Netz");
        world.school2.request().get("tickets/" + ticket + "/paper").then().statusCode(404).body("code", equalTo("not_found"));
        String seen = world.school1.request().get("signatures/protocol/" + ticket + "/text").then().statusCode(200).body("ready", equalTo(false)).extract().path("sha256");
        world.school1.request().contentType("application/json").body(Map.of("name", "Erika Beispiel", "seen", seen))
                .post("signatures/protocol/" + ticket).then().statusCode(409).body("code", equalTo("sign.not_yet"));
        world.school2.request().get("signatures/protocol/" + ticket).then().statusCode(404);
        world.officer.request().get("orders/999999999/paper").then().statusCode(404);
        world.officer.request().get("requests/999999999/paper").then().statusCode(404);
        world.technician.request().get("overview/usage/paper").then().statusCode(403);
    }

    @Test
    void labels_are_those_of_the_list_and_nothing_is_guessed() {
        ApiWorld world = ApiWorld.people();
        world.school1.request().get("labels/formats").then().statusCode(200).body("code", hasItem("L7160"));
        byte[] rooms = pdf(world.school1, "labels?of=rooms&school=" + world.school + "&format=L7160&frame=true");
        assertThat(PdfCheck.text(rooms)).contains("Gymnasium W").contains("101");
        assertThat(PdfCheck.text(pdf(world.school2, "labels?of=rooms&school=" + world.school))).doesNotContain("Gymnasium W").doesNotContain("101");
        pdf(world.school1, "labels?of=devices&state=IN_SERVICE");
        world.school1.request().get("labels?of=devices&colour=red").then().statusCode(400).body("code", equalTo("parameter.unknown"));
        world.school1.request().get("labels?of=devices&first=0").then().statusCode(400).body("code", equalTo("parameter.value"));
        world.school1.request().get("labels?of=nothing").then().statusCode(404);
    }
}
