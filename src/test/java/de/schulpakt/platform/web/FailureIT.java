package de.schulpakt.platform.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import de.schulpakt.kit.Api;
import de.schulpakt.kit.ServerTest;
import de.schulpakt.kit.War;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What programs get when the database refuses: in the middle of a step, and at its end, when changes are written. */
@ServerTest
class FailureIT {
    @Deployment(testable = false)
    static WebArchive war() {
        return War.built();
    }

    @BeforeAll
    static void refuse() throws SQLException {
        sql("""
                CREATE OR REPLACE TRIGGER probe_insert BEFORE INSERT ON authority FOR EACH ROW
                BEGIN
                  IF NEW.name LIKE 'Probe busy%' THEN SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock found'; END IF;
                  IF NEW.name LIKE 'Probe full%' THEN SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1114, MESSAGE_TEXT = 'The table is full'; END IF;
                  IF NEW.name LIKE 'Probe broken%' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Disk full'; END IF;
                END""");
        sql("""
                CREATE OR REPLACE TRIGGER probe_update BEFORE UPDATE ON school FOR EACH ROW
                BEGIN
                  IF NEW.name = 'Probe busy' THEN SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'Deadlock found'; END IF;
                  IF NEW.name = 'Probe broken' THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Disk full'; END IF;
                END""");
    }

    @AfterAll
    static void refuseNoMore() throws SQLException {
        sql("DROP TRIGGER IF EXISTS probe_insert");
        sql("DROP TRIGGER IF EXISTS probe_update");
    }

    private static void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(System.getProperty("schulpakt.db.url"), System.getProperty("schulpakt.db.user"),
                System.getProperty("schulpakt.db.password")); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_busy_database_is_503_with_the_time_to_come_back_and_nothing_stored() {
        Api admin = Api.as("verwaltung", "schulpakt");
        admin.send("authorities", Map.of("name", "Probe busy")).statusCode(503).contentType("application/problem+json")
                .header("Retry-After", equalTo("5")).body("code", equalTo("busy")).body("stored", equalTo(false)).body("detail", containsString("nichts gespeichert"));
    }

    @Test
    void a_full_disk_is_503_and_says_so() {
        Api.as("verwaltung", "schulpakt").send("authorities", Map.of("name", "Probe full")).statusCode(503).contentType("application/problem+json")
                .header("Retry-After", equalTo("5")).body("code", equalTo("database.full")).body("stored", equalTo(false));
    }

    @Test
    void an_unexpected_failure_is_500_and_says_whether_anything_was_stored() {
        Api admin = Api.as("verwaltung", "schulpakt");
        admin.send("authorities", Map.of("name", "Probe broken")).statusCode(500).contentType("application/problem+json")
                .body("code", equalTo("unexpected")).body("stored", equalTo(false));
    }

    @Test
    void a_failure_at_the_end_of_the_transaction_is_answered_alike() {
        Api admin = Api.as("verwaltung", "schulpakt");
        for (Map.Entry<String, Integer> probe : Map.of("Probe busy", 503, "Probe broken", 500).entrySet()) {
            JsonPath school = admin.read("schools/1").jsonPath();
            admin.send("schools/1/change", Map.of("version", school.getInt("version"), "name", probe.getKey(), "type", school.getString("type")))
                    .statusCode(probe.getValue()).contentType("application/problem+json").body("stored", equalTo(false));
        }
    }
}
