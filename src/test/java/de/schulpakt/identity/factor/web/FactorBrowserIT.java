package de.schulpakt.identity.factor.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import de.schulpakt.kit.Api;
import de.schulpakt.kit.Browser;
import de.schulpakt.kit.Person;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import de.schulpakt.platform.text.Texts;
import io.restassured.http.ContentType;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Somebody sets up a second factor, signs in with it and with a recovery code; the password alone opens nothing any more. */
@ServerTest
class FactorBrowserIT {
    private static final String LOGIN = "faktor";
    private static final String PASSWORD = "Nebelhorn am Kai 7";

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    @Test
    void a_password_alone_opens_nothing_once_a_second_factor_is_set_up() {
        Api admin = Api.as("verwaltung", "schulpakt");
        long user = Api.setsPassword(admin.send("users", Map.of("login", LOGIN, "name", "Faktor Probe", "role", "AUDITOR")), PASSWORD);
        try (Browser browser = Browser.open()) {
            Page page = browser.phone("de-DE").newPage();
            enter(page, PASSWORD);
            page.locator("nav.rail").waitFor();
            page.navigate(War.base() + "/identity/account.xhtml");
            page.locator("a[href*='factor.xhtml']").first().click();
            page.getByText("Einrichten beginnen").click();
            byte[] secret = new Base32().decode(page.locator("code.secret").textContent().replace(" ", ""));
            assertThat(page.locator("svg.qr path").getAttribute("d")).startsWith("M4 4h7");
            page.locator("[id='confirm:code']").fill("12");
            page.getByText("Einschalten").click();
            page.getByText("Der Code stimmt nicht").first().waitFor();
            page.locator("[id='confirm:code']").fill(code(secret, -30));
            page.getByText("Einschalten").click();
            page.getByText("Der zweite Faktor ist eingeschaltet.").waitFor();
            assertThat(page.locator(".codes li").count()).isEqualTo(10);
            String recovery = page.locator(".codes li").nth(3).textContent();

            Page other = browser.desktop("de-DE").newPage();
            enter(other, PASSWORD);
            other.locator("[id='prove:code']").waitFor();
            assertThat(other.navigate(War.base() + "/funding/programmes.xhtml").url()).contains("/login.xhtml");
            other.locator("[id='prove:code']").fill("000000");
            other.locator(".gate .btn.go").click();
            other.getByText("Der Code stimmt nicht").first().waitFor();
            other.locator("[id='prove:code']").fill(code(secret, 0));
            other.locator(".gate .btn.go").click();
            other.locator("nav.rail").waitFor();
            assertThat(other.url()).contains("/funding/programmes.xhtml");

            // the form of a code that is waited for no longer
            BrowserContext window = browser.desktop("de-DE");
            Page late = window.newPage();
            enter(late, PASSWORD);
            late.locator("[id='prove:code']").fill("123456");
            Page back = window.newPage();
            back.navigate(War.base() + "/login.xhtml");
            back.getByText("Zurück zu Anmeldename").click();
            back.locator("input[type=password]").waitFor();
            late.locator(".gate .btn.go").click();
            late.getByText(Texts.get(Locale.GERMAN, "login.code_late")).first().waitFor();

            Page third = browser.desktop("en-GB").newPage();
            enter(third, PASSWORD);
            third.locator("[id='prove:code']").fill(recovery.toUpperCase(Locale.ROOT));
            third.locator(".gate .btn.go").click();
            third.locator("nav.rail").waitFor();
        }
        given().baseUri(War.base().toString()).auth().preemptive().basic(LOGIN, PASSWORD).contentType(ContentType.JSON)
                .body(Map.of("label", "x", "days", 1)).post("/api/v1/tokens").then().statusCode(401).body("code", equalTo("login.code_needed"));
        given().baseUri(War.base().toString()).auth().preemptive().basic(LOGIN, PASSWORD).header("Schulpakt-Code", "123456")
                .contentType(ContentType.JSON).body(Map.of("label", "x", "days", 1)).post("/api/v1/tokens").then().statusCode(401)
                .body("code", equalTo("login.code_wrong"));

        try (Browser browser = Browser.open(); Person administrator = Person.signsIn(browser.desktop("de-DE"), "verwaltung", "de")) {
            administrator.typesAddress("/identity/user.xhtml?id=" + user);
            administrator.reads("zweiter Faktor").look();
            administrator.presses("Zweiten Faktor zurücksetzen").presses("Zweiten Faktor zurücksetzen").reads("kein zweiter Faktor");
            administrator.goes("Verwaltung").page().locator("a[href*='factors.xhtml']").first().click();
            administrator.reads("Vorgeschrieben für").look();
            administrator.page().getByLabel("Prüfung").check();
            administrator.presses("Speichern").reads("Die Vorschrift gilt ab der nächsten Anmeldung.");
            // a role demands it and there is none: a password alone makes no token either
            given().baseUri(War.base().toString()).auth().preemptive().basic(LOGIN, PASSWORD).contentType(ContentType.JSON)
                    .body(Map.of("label", "x", "days", 1)).post("/api/v1/tokens").then().statusCode(401).body("code", equalTo("login.factor_missing"));
            Page must = browser.phone("de-DE").newPage();
            enter(must, PASSWORD);
            must.getByText("Ihre Rolle schreibt einen zweiten Faktor vor. Bitte").waitFor();
            must.navigate(War.base() + "/index.xhtml");
            assertThat(must.url()).contains("/identity/factor.xhtml");
            must.getByText("Einrichten beginnen").click();
            byte[] secret = new Base32().decode(must.locator("code.secret").textContent().replace(" ", ""));
            must.locator("[id='confirm:code']").fill(code(secret, 0));
            must.getByText("Einschalten").click();
            must.getByText("Ich habe die Codes aufbewahrt").click();
            must.navigate(War.base() + "/index.xhtml");
            must.locator("nav.rail").waitFor();
        } finally {
            admin.request().contentType(ContentType.JSON).body(Map.of("roles", List.of())).put("second-factor-demands").then().statusCode(204);
        }
    }

    private static void enter(Page page, String password) {
        page.navigate(War.base() + "/login.xhtml?next=%2Ffunding%2Fprogrammes.xhtml");
        page.locator("input[autocomplete=username]").fill(LOGIN);
        page.locator("input[type=password]").fill(password);
        page.locator(".gate .btn.go").click();
    }

    private static String code(byte[] secret, int seconds) {
        try {
            TimeBasedOneTimePasswordGenerator totp = new TimeBasedOneTimePasswordGenerator();
            return totp.generateOneTimePasswordString(new SecretKeySpec(secret, totp.getAlgorithm()), Instant.now().plusSeconds(seconds));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
