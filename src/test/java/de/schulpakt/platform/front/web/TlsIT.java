package de.schulpakt.platform.front.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.Visitor;
import de.schulpakt.kit.War;
import io.restassured.http.Cookie;
import io.restassured.specification.RequestSpecification;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The built WAR behind TLS: the setting of its address says https, and a proxy has taken the TLS off. */
@ServerTest
class TlsIT {
    private static final String HOST = "schulpakt.example.org";

    @Deployment(testable = false)
    static WebArchive war() {
        String settings = "config_ordinal=1000\nschulpakt.base.url=https://" + HOST + "\nschulpakt.hsts.subdomains=true\n";
        return War.built().addAsLibrary(ShrinkWrap.create(JavaArchive.class, "settings.jar")
                .addAsManifestResource(new StringAsset(settings), "microprofile-config.properties"));
    }

    private static RequestSpecification proxied() {
        return given().baseUri(War.base().toString()).redirects().follow(false).header("Host", HOST);
    }

    @Test
    void every_cookie_goes_over_tls_only_and_those_of_the_session_to_this_host_only() {
        Visitor officer = Visitor.signsIn("foerderung");
        assertThat(officer.cookies().asList()).extracting(Cookie::getName).contains("__Host-schulpakt", "__Host-JSESSIONID")
                .doesNotContain("JSESSIONID", "schulpakt");
        for (Cookie cookie : officer.cookies()) {
            assertThat(cookie.isSecured()).as("%s", cookie).isTrue();
            assertThat(cookie.isHttpOnly()).as("%s", cookie).isTrue();
            assertThat(cookie.getPath()).as("%s", cookie).isEqualTo("/");
            assertThat(cookie.getDomain()).as("%s", cookie).isNull();
            assertThat(cookie.getSameSite()).as("%s", cookie).isEqualToIgnoringCase("Lax");
        }
        Cookie language = proxied().get("/login.xhtml?lang=en").detailedCookie("__Host-lang");
        assertThat(language.isSecured()).isTrue();
        assertThat(language.isHttpOnly()).isTrue();
        assertThat(language.getSameSite()).isEqualToIgnoringCase("Lax");
        officer.get("/").then().statusCode(200).header("Strict-Transport-Security", equalTo("max-age=31536000; includeSubDomains"));
    }

    @Test
    void a_session_opens_with_its_second_cookie_only() {
        Visitor officer = Visitor.signsIn("foerderung");
        officer.get("/").then().statusCode(200);
        officer.with("__Host-schulpakt", null).get("/").then().statusCode(302).header("Location", startsWith("/login.xhtml"));
        officer.with("__Host-schulpakt", null).with("schulpakt", officer.cookies().getValue("__Host-schulpakt")).get("/").then().statusCode(302);
    }

    @Test
    void the_address_of_the_installation_decides_and_no_header_does() {
        proxied().get("/").then().statusCode(302).header("Location", equalTo("/login.xhtml"));
        proxied().header("X-Forwarded-Proto", "http").header("X-Forwarded-Host", "evil.example.com").get("/login.xhtml?lang=de").then().statusCode(200)
                .header("Set-Cookie", containsString("Secure")).header("Strict-Transport-Security", startsWith("max-age="));
        given().baseUri(War.base().toString()).header("Host", "evil.example.com").get("/login.xhtml").then().statusCode(421);
        proxied().header("Origin", "http://" + HOST).formParams(Visitor.form("foerderung")).post("/login.xhtml").then().statusCode(403);
        proxied().header("Origin", "https://" + HOST).formParams(Visitor.form("foerderung")).post("/login.xhtml").then().statusCode(302);
    }
}
