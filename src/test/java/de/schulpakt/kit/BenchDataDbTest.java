package de.schulpakt.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.launcher.BenchData;
import de.schulpakt.launcher.EmbeddedDatabase;
import de.schulpakt.launcher.Home;
import de.schulpakt.launcher.Migration;
import de.schulpakt.launcher.StartFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The data of the benchmark are such as the use cases could have written. */
class BenchDataDbTest {

    @Test
    void the_invariants_hold_for_what_the_generator_writes() throws Exception {
        try (Home home = Home.open(Path.of("target", "bench-kit").toAbsolutePath());
             EmbeddedDatabase database = EmbeddedDatabase.start(home, TestDatabase.PROGRAM, "--innodb-flush-log-at-trx-commit=0")) {
            try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
                connection.createStatement().execute("DROP DATABASE schulpakt");
                connection.createStatement().execute("CREATE DATABASE schulpakt CHARACTER SET utf8mb4");
            }
            Migration.migrate(database.url(), database.user(), database.password());
            List<String> said = new ArrayList<>();
            BenchData.fill(database.url(), database.user(), database.password(), 900, 7, said::add);
            assertThat(said.get(said.size() - 1)).startsWith("5 schools, 1,000 devices, 500 tickets, 300 requests");
            try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
                Db.refuseBroken(sql -> rows(connection, sql));
                List<Map<String, Object>> states = rows(connection, "select distinct state from ticket");
                assertThat(states).as("tickets in all stages of work").hasSizeGreaterThanOrEqualTo(8);
            }
            assertThatThrownBy(() -> BenchData.fill(database.url(), database.user(), database.password(), 900, 7, said::add))
                    .isInstanceOf(StartFailure.class).hasMessageContaining("empty");
        }
    }

    private static List<Map<String, Object>> rows(Connection connection, String sql) {
        try {
            return Db.rows(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
