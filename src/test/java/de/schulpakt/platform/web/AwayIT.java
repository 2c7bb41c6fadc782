package de.schulpakt.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import de.schulpakt.kit.Api;
import de.schulpakt.kit.ServerDatabase;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.Visitor;
import de.schulpakt.kit.War;
import de.schulpakt.kit.Wire;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The database is away: it has ended, was started again, or all connections are taken. Programs and people are told so within
 * seconds, the health page answers, and all heals by itself. That it does not answer is found out by the launcher, whose test
 * is {@code StartIT}.
 */
@ServerTest
class AwayIT {
    /** The longest that anybody waits, on a machine several times slower. */
    private static final Duration LONGEST = Duration.ofSeconds(25);
    private static final Duration HEALED = Duration.ofSeconds(90);

    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    @AfterEach
    void mend() throws Exception {
        Wire.get().mend();
        awaitHealthy();
    }

    private static void awaitHealthy() throws InterruptedException {
        long limit = System.nanoTime() + HEALED.toNanos();
        while (health() != 200 && System.nanoTime() < limit) {
            Thread.sleep(200);
        }
        assertThat(health()).as("heals by itself").isEqualTo(200);
    }

    private static int health() {
        return given().baseUri(War.base().toString()).get("/health/ready").statusCode();
    }

    @Test
    void ended_is_said_by_all_and_heals() throws Exception {
        Api officer = Api.as("foerderung", "schulpakt");
        Visitor visitor = Visitor.signsIn("foerderung");
        Wire.get().cut();
        isAway(officer, visitor);
        Wire.get().mend();
        awaitHealthy();
        isBack(officer, visitor);
    }

    @Test
    void a_restart_of_the_database_is_noticed_by_nobody_who_comes_later() throws Exception {
        Api officer = Api.as("foerderung", "schulpakt");
        Visitor visitor = Visitor.signsIn("foerderung");
        Wire.get().restart();
        // connections that were looked at within the last seconds are handed out once more
        awaitBack(officer);
        isBack(officer, visitor);
    }

    @Test
    void a_row_that_somebody_holds_stops_neither_health_nor_the_others() throws Exception {
        Api admin = Api.as("verwaltung", "schulpakt");
        Api officer = Api.as("foerderung", "schulpakt");
        int version = admin.version("schools/1");
        String name = admin.read("schools/1").jsonPath().getString("name");
        String type = admin.read("schools/1").jsonPath().getString("type");
        List<Timed> answers;
        try (Connection holder = ServerDatabase.connection(); Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.executeQuery("select * from school where id = 1 for update").close();
            List<Callable<Response>> asked = new ArrayList<>(Collections.nCopies(45,
                    () -> admin.request().contentType("application/json").body(Map.of("version", version, "name", name, "type", type)).post("schools/1/change")));
            asked.addAll(Collections.nCopies(5, () -> given().baseUri(War.base().toString()).get("/health/ready")));
            asked.addAll(Collections.nCopies(5, () -> officer.request().get("programmes")));
            answers = all(asked);
            holder.rollback();
        }
        assertThat(answers.subList(0, 45)).allSatisfy(answer -> {
            assertThat(answer.took()).isLessThan(LONGEST);
            answer.response().then().statusCode(503).contentType("application/problem+json").header("Retry-After", equalTo("5"))
                    .body("stored", equalTo(false)).body("code", oneOf("busy", "database.away"));
        });
        assertThat(answers.subList(45, 50)).allSatisfy(answer -> {
            assertThat(answer.took()).isLessThan(Duration.ofSeconds(10));
            answer.response().then().statusCode(200);
        });
        assertThat(answers.subList(50, 55)).allSatisfy(answer -> {
            assertThat(answer.took()).isLessThan(LONGEST);
            answer.response().then().statusCode(oneOf(200, 503));
        });
        awaitBack(officer);
        admin.send("schools/1/change", Map.of("version", version, "name", name, "type", type)).statusCode(200);
    }

    /** An answer and how long it took. */
    private record Timed(Response response, Duration took) {
    }

    private static List<Timed> all(List<Callable<Response>> asked) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(asked.size());
        try {
            List<Callable<Timed>> timed = asked.stream().<Callable<Timed>>map(one -> () -> {
                long begin = System.nanoTime();
                Response response = one.call();
                return new Timed(response, Duration.ofNanos(System.nanoTime() - begin));
            }).toList();
            List<Timed> answers = new ArrayList<>();
            for (Future<Timed> answer : people.invokeAll(timed)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdown();
        }
    }

    /** Asked at once, and once more when the pools have noticed. */
    private static void isAway(Api officer, Visitor visitor) throws Exception {
        for (int round = 1; round <= 2; round++) {
            List<Timed> programs = all(List.of(() -> officer.request().get("devices"), () -> officer.request().get("requests?state=SUBMITTED"),
                    () -> officer.request().get("schools/1"), () -> officer.request().contentType("application/json").body(Map.of("name", "Amt")).post("catalogue/suppliers"),
                    () -> Api.nobody().request().auth().preemptive().basic("foerderung", "schulpakt").contentType("application/json")
                            .body(Map.of("label", "away", "days", 1)).post("tokens")));
            assertThat(programs).as("round %s", round).allSatisfy(answer -> {
                assertThat(answer.took()).isLessThan(LONGEST);
                answer.response().then().statusCode(503).contentType("application/problem+json").header("Retry-After", equalTo("5"))
                        .body("stored", equalTo(false)).body("code", equalTo("database.away")).body("detail", containsString("nichts gespeichert"));
            });
            List<Timed> pages = all(List.of(() -> visitor.get("/"), () -> visitor.get("/procurement/requests.xhtml"), () -> visitor.get("/school/schools.csv"),
                    () -> visitor.request().formParams(Visitor.form("foerderung")).post("/login.xhtml"),
                    () -> visitor.request().formParams(Map.of("new", "new", "jakarta.faces.ViewState", "-1:-1")).post("/install/ticket-new.xhtml")));
            assertThat(pages).as("round %s", round).allSatisfy(answer -> {
                assertThat(answer.took()).isLessThan(LONGEST);
                answer.response().then().statusCode(503).header("Retry-After", equalTo("5")).contentType(startsWith("text/html")).body(containsString("Datenbank"));
            });
            Timed health = all(List.of(() -> given().baseUri(War.base().toString()).get("/health/ready"))).get(0);
            assertThat(health.took()).isLessThan(Duration.ofSeconds(10));
            health.response().then().statusCode(503).body("status", equalTo("DOWN"));
            Timed live = all(List.of(() -> given().baseUri(War.base().toString()).get("/health/live"))).get(0);
            assertThat(live.took()).isLessThan(Duration.ofSeconds(10));
            live.response().then().statusCode(200);
        }
    }

    private static void awaitBack(Api officer) throws InterruptedException {
        long limit = System.nanoTime() + HEALED.toNanos();
        while (officer.request().get("programmes").statusCode() != 200 && System.nanoTime() < limit) {
            Thread.sleep(200);
        }
    }

    private static void isBack(Api officer, Visitor visitor) throws InterruptedException {
        awaitBack(officer);
        officer.read("devices");
        visitor.get("/").then().statusCode(200);
        Api.as("foerderung", "schulpakt").get("me").statusCode(200);
        ServerDatabase.checks();
    }
}
