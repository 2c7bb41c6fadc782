package de.schulpakt.platform.front.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import de.schulpakt.kit.Api;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.Visitor;
import de.schulpakt.kit.War;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The door of the built WAR, over HTTP. */
@ServerTest
class FrontIT {
    private static final int MB = 1024 * 1024;

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    private static RequestSpecification anybody() {
        return given().baseUri(War.base().toString()).redirects().follow(false);
    }

    @Test
    void nobody_stores_a_file_without_signing_in() throws IOException {
        for (String page : List.of("/login.xhtml", "/", "/school/imports.xhtml", "/api/v1/school-imports", "/api/v1/requests", "/nope", "/WEB-INF/web.xml")) {
            List<Path> before = stored();
            String answer = raw("POST " + page + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                    + 8 * MB + "\r\n\r\n--x\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\"\r\n\r\n", 8 * MB);
            assertThat(answer).as(page).matches("(?s)HTTP/1.1 (302|401|404|415) .*");
            assertThat(stored()).as("left by " + page).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    /** What uploads leave behind: larger files that were not there; the libraries of a server that starts meanwhile are none. */
    private static List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 3)) {
            return files.filter(f -> f.getFileName().toString().matches("(?i).*upload.*|.*multipart.*|MIME.*") && !f.toString().endsWith(".jar")
                    && f.toFile().length() > 1000).toList();
        } catch (java.io.UncheckedIOException e) {
            return List.of();
        }
    }

    /** Sends a head and then so many bytes, as long as they are taken; answers the beginning of what comes back. */
    private static String raw(String head, int bytes) throws IOException {
        try (Socket socket = new Socket("localhost", War.base().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            byte[] piece = new byte[64 * 1024];
            Arrays.fill(piece, (byte) 'a');
            try {
                for (int sent = 0; sent < bytes; sent += piece.length) {
                    out.write(piece);
                }
            } catch (IOException e) {
                // refused before the end, which is what is wanted
            }
            try {
                return new String(socket.getInputStream().readNBytes(400), StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                return "HTTP/1.1 415 closed while it was sent";
            }
        }
    }

    @Test
    void a_body_has_a_largest_size_also_when_it_does_not_say_one() {
        String large = "{\"label\":\"" + "x".repeat(2 * MB) + "\",\"days\":1}";
        Api officer = Api.as("foerderung", "schulpakt");
        officer.request().contentType("application/json").body(large).post("tokens").then().statusCode(413).contentType("application/problem+json");
        InputStream pieces = new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8));
        officer.request().contentType("application/json").body(pieces).post("tokens").then().statusCode(413).contentType("application/problem+json");
        anybody().contentType("application/x-www-form-urlencoded").body("a=" + "x".repeat(2 * MB)).post("/login.xhtml").then().statusCode(413);
    }

    @Test
    void json_of_many_parts_is_not_read_to_its_end() {
        String lines = "{\"title\":\"x\",\"lines\":[" + "{},".repeat(270_000) + "{}]}";
        Api.as("schule", "schulpakt").request().contentType("application/json").body(lines).post("requests").then().statusCode(400)
                .contentType("application/problem+json").body("code", equalTo("json.unreadable"));
    }

    @Test
    void another_site_cannot_sign_a_person_in() {
        for (Map<String, String> headers : List.of(Map.of("Origin", "https://evil.example.com"), Map.of("Origin", "null"),
                Map.of("Sec-Fetch-Site", "cross-site"), Map.of("Sec-Fetch-Site", "same-site"))) {
            anybody().headers(headers).formParams(form()).post("/login.xhtml").then().statusCode(403).header("Set-Cookie", equalTo(null));
        }
        anybody().headers("Origin", War.base().toString(), "Sec-Fetch-Site", "same-origin").formParams(form()).post("/login.xhtml").then().statusCode(302)
                .header("Set-Cookie", containsString("HttpOnly"));
    }

    @Test
    void the_session_id_alone_opens_nothing() {
        Visitor officer = Visitor.signsIn("foerderung");
        Visitor other = Visitor.signsIn("foerderung");
        String secret = officer.cookies().getValue("schulpakt");
        assertThat(secret).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(other.cookies().getValue("schulpakt"));
        officer.get("/").then().statusCode(200);
        for (String wrong : Arrays.asList(null, "", "x", secret.substring(1), other.cookies().getValue("schulpakt"))) {
            Visitor stranger = officer.with("schulpakt", wrong);
            stranger.get("/").then().statusCode(302).header("Location", startsWith("/login.xhtml"));
            stranger.get("/procurement/requests.csv").then().statusCode(302);
            stranger.request().post("/logout").then().statusCode(302);
        }
        officer.get("/").then().statusCode(200);
        Response again = officer.request().formParams(form()).post("/login.xhtml");
        assertThat(again.cookie("schulpakt")).as("renewed at each sign-in").isNotNull().isNotEqualTo(secret);
        officer.with("JSESSIONID", again.cookie("JSESSIONID")).get("/").then().statusCode(302);
        officer.with("JSESSIONID", again.cookie("JSESSIONID")).with("schulpakt", again.cookie("schulpakt")).get("/").then().statusCode(200);
    }

    @Test
    void folders_are_not_listed() {
        Visitor officer = Visitor.signsIn("foerderung");
        for (String folder : List.of("/procurement/", "/school/", "/resources/", "/WEB-INF/", "/META-INF/", "/.git/config", "/jakarta.faces.resource/")) {
            assertThat(officer.get(folder).statusCode()).as(folder).isIn(302, 400, 404);
        }
        // without its slash the server sends to the folder, which is not listed
        assertThat(officer.get("/school").statusCode()).isIn(301, 302, 404);
    }

    private static Map<String, String> form() {
        return Visitor.form("foerderung");
    }

    @Test
    void every_answer_carries_the_headers() {
        List<Response> answers = new ArrayList<>();
        for (String path : List.of("/", "/login.xhtml", "/login.xhtml?100%25", "/WEB-INF/web.xml", "/META-INF/MANIFEST.MF", "/nope", "/nope.xhtml", "/api/v1/me",
                "/api/v1/nope", "/health/ready", "/openapi", "/favicon.ico", "/resources/schulpakt/look.js", "/school/schools.csv", "/metrics",
                "/jakarta.faces.resource/nope.js.xhtml?ln=schulpakt&v=1")) {
            answers.add(anybody().urlEncodingEnabled(false).get(path));
        }
        answers.add(anybody().get("/login.xhtml?100%"));
        answers.add(anybody().put("/login.xhtml"));
        answers.add(anybody().header("Origin", "https://evil.example.com").post("/login.xhtml"));
        answers.add(Api.as("foerderung", "schulpakt").request().get("devices"));
        for (Response answer : answers) {
            answer.then().header("X-Content-Type-Options", "nosniff").header("X-Frame-Options", "DENY").header("Referrer-Policy", "same-origin")
                    .header("Cache-Control", "no-store").header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Content-Security-Policy", not(containsString("unsafe-eval"))).header("Server", not(containsString("Payara")));
            assertThat(answer.statusCode()).isLessThan(500);
            assertThat(String.valueOf(answer.getHeader("Location"))).doesNotStartWith("http");
            if (answer.asByteArray().length > 0) {
                assertThat(answer.contentType()).as("%s", answer.asString()).isNotBlank().matches("(?i)text/[^;]+;\\s*charset=utf-8|(?!text/).+");
            }
        }
    }

    @Test
    void files_with_a_version_are_kept_and_others_are_not() {
        anybody().get("/jakarta.faces.resource/look.js.xhtml?ln=schulpakt&v=1").then().statusCode(200).header("Cache-Control", containsString("immutable"));
        anybody().get("/jakarta.faces.resource/look.js.xhtml?ln=schulpakt").then().statusCode(200).header("Cache-Control", "no-store");
    }

    @Test
    void a_failure_of_the_api_is_never_html() {
        Api officer = Api.as("foerderung", "schulpakt");
        for (String accept : List.of("text/html", "x/y", "*/*;q=", "nonsense", ",", "application/xml;q=0.9")) {
            officer.request().header("Accept", accept).get("devices").then().statusCode(Arrays.asList("*/*;q=", ",").contains(accept) ? 400 : 406)
                    .contentType("application/problem+json");
            Response options = officer.request().header("Accept", accept).options("devices");
            assertThat(options.statusCode()).isIn(204, 400);
            assertThat(String.valueOf(options.contentType())).doesNotContain("html");
            assertThat(officer.request().header("Accept", accept).head("devices").statusCode()).isIn(400, 406);
        }
        officer.request().options("devices").then().statusCode(204).header("Allow", containsString("GET"));
        officer.request().head("devices").then().statusCode(200);
        for (String method : List.of("FOO", "PATCH", "DELETE")) {
            officer.request().request(method, "devices").then().statusCode(405).contentType("application/problem+json");
        }
        for (String path : List.of("application.wadl", "devices/abc", "devices/-1", "devices/99999999999999999999", "devices?page=x")) {
            Response answer = officer.request().urlEncodingEnabled(false).get(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            assertThat(answer.contentType()).as(path).startsWith("application/problem+json");
        }
    }

    @Test
    void pages_have_their_methods_too() {
        for (String method : List.of("PUT", "DELETE", "PATCH", "FOO")) {
            anybody().request(method, "/login.xhtml").then().statusCode(405).header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
        }
        anybody().options("/login.xhtml").then().statusCode(204);
        anybody().head("/login.xhtml").then().statusCode(200).contentType(startsWith("text/html"));
    }

    @Test
    void slow_bodies_do_not_stop_the_server() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 230; i++) {
                Socket socket = new Socket("localhost", War.base().getPort());
                slow.add(socket);
                socket.getOutputStream().write(("POST /login.xhtml HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 1000\r\n\r\na=").getBytes(StandardCharsets.ISO_8859_1));
            }
            anybody().get("/login.xhtml").then().statusCode(200);
            anybody().formParams(form()).post("/login.xhtml").then().statusCode(302);
            int refused = 0;
            for (int round = 0; round < 60 && refused < 230 - 96; round++) {
                refused += refused(slow);
            }
            assertThat(refused).as("sent away instead of waited for").isGreaterThanOrEqualTo(230 - 96);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static int refused(List<Socket> open) throws IOException {
        int refused = 0;
        for (Socket socket : open) {
            socket.setSoTimeout(20);
            try {
                refused += new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1).endsWith(" 503") ? 1 : 0;
            } catch (SocketTimeoutException e) {
                // still waited for
            }
        }
        return refused;
    }

    @Test
    void umlauts_of_a_form_arrive_and_no_script_stands_in_a_page() {
        anybody().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(Map.of("enter", "enter", "enter:login", "Jörg Müßig",
                        "enter:password", "x", "enter:go", "x", "jakarta.faces.ViewState", "stateless")).post("/login.xhtml").then().statusCode(200)
                .body(containsString("Jörg Müßig")).body(not(containsString("<script>")));
    }

    /** What another site or a letter links to shows a language and changes no account. */
    @Test
    void the_language_of_an_account_follows_our_own_pages_only() {
        languageOf("de", "same-origin");
        assertThat(languageAtTheNextSignIn()).isEqualTo("de");
        languageOf("en", "cross-site");
        languageOf("en", "none");
        assertThat(languageAtTheNextSignIn()).isEqualTo("de");
        languageOf("en", "same-origin");
        assertThat(languageAtTheNextSignIn()).isEqualTo("en");
        languageOf("de", "same-origin");
    }

    private static void languageOf(String language, String site) {
        Visitor.signsIn("pruefung").request().header("Sec-Fetch-Site", site).get("/index.xhtml?lang=" + language).then().statusCode(200)
                .header("Set-Cookie", containsString("lang=" + language));
    }

    private static String languageAtTheNextSignIn() {
        return Visitor.signsIn("pruefung").cookies().getValue("lang");
    }
}
