package de.schulpakt.identity.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.Page;
import de.schulpakt.kit.Api;
import de.schulpakt.kit.Browser;
import de.schulpakt.kit.Person;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import de.schulpakt.platform.text.Texts;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An account without a password becomes one whose owner alone knows it, in the browser and over REST. */
@ServerTest
class PasswordBrowserIT {
    private static final String PASSWORD = "Nebelhorn am Kai 7";

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    @Test
    void a_password_is_set_over_a_link_that_works_once() {
        try (Browser browser = Browser.open(); Person administrator = Person.signsIn(browser.desktop("de-DE"), "verwaltung", "de")) {
            administrator.typesAddress("/identity/user-new.xhtml");
            Page form = administrator.page();
            form.locator("[id='new:login']").fill("neu.hier");
            form.locator("[id='new:name']").fill("Nele Neumann");
            form.locator("[id='new:lines:0:role']").selectOption("AUDITOR");
            administrator.presses("Konto anlegen").reads("wird nur jetzt gezeigt").look();
            String link = form.locator("code.secret").textContent();

            Page page = browser.phone("de-DE").newPage();
            page.navigate(War.base() + link.substring(link.indexOf("/password.xhtml")));
            page.getByText("Für das Konto neu.hier (Nele Neumann).").waitFor();
            page.locator("[id='set:password']").fill("kurz");
            page.getByText("Passwort festlegen").last().click();
            page.getByText("Das Passwort muss mindestens").first().waitFor();
            page.locator("[id='set:password']").fill(PASSWORD);
            page.getByText("Passwort festlegen").last().click();
            page.getByText(Texts.get(Locale.GERMAN, "link.password_set")).first().waitFor();
            page.locator("input[autocomplete=username]").fill("neu.hier");
            page.locator("input[type=password]").fill(PASSWORD);
            page.locator(".gate .btn.go").click();
            page.locator("nav.rail").waitFor();

            Page again = browser.phone("de-DE").newPage();
            again.navigate(War.base() + link.substring(link.indexOf("/password.xhtml")));
            again.getByText("Dieser Link wurde schon benutzt").waitFor();
            again.getByText("Neuen Link anfordern").click();
            again.getByText("Diese Installation verschickt keine E-Mails").first().waitFor();
            assertThat(again.navigate(War.base() + "/password.xhtml?link=%25%00x".replace("%00", "")).status()).isEqualTo(200);
            again.getByText("Diesen Link gibt es nicht").waitFor();
        }
        Api.nobody().send("password-links", Map.of("name", "schule")).statusCode(409).body("code", equalTo("link.no_mail"));
        Api.nobody().send("password-links/use", Map.of("link", "x", "password", PASSWORD)).statusCode(409).body("code", equalTo("link.unknown"));
        Api.as("schule", "schulpakt").send("users/1/password-link", Map.of()).statusCode(403);
    }
}
