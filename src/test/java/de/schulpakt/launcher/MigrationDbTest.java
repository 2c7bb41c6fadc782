package de.schulpakt.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.text.SentenceJson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that are killed in the middle of the migrations, on a MariaDB of their own. */
class MigrationDbTest {

    @TempDir
    static Path folder;
    private static EmbeddedDatabase database;
    private static Home home;

    @BeforeAll
    static void start() {
        home = Home.open(folder);
        database = EmbeddedDatabase.start(home, Path.of("target", "mariadb").toAbsolutePath(), "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0", "--skip-log-bin");
    }

    @AfterAll
    static void stop() {
        database.close();
        home.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE schulpakt");
            statement.execute("CREATE DATABASE schulpakt CHARACTER SET utf8mb4");
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static List<String> sql(String sql) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
            }
            return values;
        }
    }

    private static int migrate() {
        return Migration.migrate(database.url(), database.user(), database.password());
    }

    /** All that the schema consists of, in an order of its own. */
    private static List<String> schema() throws SQLException {
        List<String> all = new ArrayList<>(sql("SELECT CONCAT_WS(' ', table_name, column_name, column_type, is_nullable, column_default, collation_name)"
                + " FROM information_schema.columns WHERE table_schema = DATABASE() ORDER BY table_name, column_name"));
        all.addAll(sql("SELECT CONCAT_WS(' ', table_name, constraint_type, constraint_name) FROM information_schema.table_constraints"
                + " WHERE table_schema = DATABASE() ORDER BY table_name, constraint_name"));
        all.addAll(sql("SELECT CONCAT_WS(' ', table_name, index_name, seq_in_index, column_name) FROM information_schema.statistics"
                + " WHERE table_schema = DATABASE() ORDER BY table_name, index_name, seq_in_index"));
        all.addAll(sql("SELECT CONCAT_WS(' ', version, success) FROM flyway_schema_history ORDER BY installed_rank"));
        return all;
    }

    /** A database whose program is killed after so many changes: from then on it does nothing more. */
    private static final class Killed implements DataSource {

        private static final Set<String> CHANGES = Set.of("CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE", "RENAME");
        private final List<Connection> opened = new ArrayList<>();
        private int changesLeft;
        private int changesMade;

        Killed(int changes) {
            changesLeft = changes;
        }

        boolean survived() {
            return changesLeft >= 0;
        }

        private <T> T watched(Class<T> type, T real) {
            return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                boolean closing = method.getName().equals("close") || method.getName().equals("isClosed");
                if (method.getName().startsWith("execute") && arguments != null && arguments[0] instanceof String text) {
                    count(text);
                }
                if (!survived() && !closing) {
                    throw new SQLException("killed");
                }
                try {
                    Object answer = method.invoke(real, arguments);
                    return method.getName().equals("createStatement") ? watched(Statement.class, (Statement) answer) : answer;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }));
        }

        private void count(String text) {
            String begin = text.strip().replaceAll("(?m)^--.*$", "").strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
            if (CHANGES.contains(begin) && changesLeft >= 0) {
                changesLeft--;
                changesMade++;
            }
        }

        int changesMade() {
            return changesMade;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = connect();
            opened.add(connection);
            return watched(Connection.class, connection);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        /** What the operating system does to the connections of a process that ends. */
        void end() throws SQLException {
            for (Connection connection : opened) {
                connection.close();
            }
        }

        @Override
        public java.io.PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(java.io.PrintWriter out) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public java.util.logging.Logger getParentLogger() {
            return java.util.logging.Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("not a wrapper");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }

    /** Starts again and again, each time killed one change later; answers how often it was. */
    private static int killAfterEachChange() throws SQLException {
        for (int changes = 0; changes < 2000; changes++) {
            Killed killed = new Killed(changes);
            try {
                Migration.migrate(killed);
            } catch (StartFailure e) {
                assertThat(killed.survived()).as("a failure of its own after %s changes: %s", changes, e.getMessage()).isFalse();
            } finally {
                killed.end();
            }
            if (killed.survived()) {
                return changes;
            }
        }
        throw new AssertionError("no end of changes");
    }

    @Test
    void a_start_killed_after_any_change_of_the_schema_is_followed_by_one_that_succeeds() throws SQLException {
        Killed never = new Killed(Integer.MAX_VALUE);
        int migrations = Migration.migrate(never);
        never.end();
        assertThat(never.changesMade()).as("changes of %s migrations, each of which is noted too", migrations).isGreaterThan(2 * migrations);
        List<String> expected = schema();
        empty();
        int killed = killAfterEachChange();
        // the n-th start makes n changes before it is killed, and what the kill cut short is made once more
        assertThat(killed * (killed + 1) / 2).as("changes over all starts, of which %s were killed", killed)
                .isGreaterThanOrEqualTo(never.changesMade());
        assertThat(schema()).isEqualTo(expected);
    }

    @Test
    void every_migration_after_the_first_schema_can_be_repeated() throws SQLException {
        migrate();
        List<String> expected = schema();
        for (String version : sql("SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC")) {
            if (MigrationVersion.fromVersion(version).compareTo(Migration.FIRST) > 0) {
                sql("DELETE FROM flyway_schema_history WHERE version >= '" + version + "'");
                migrate();
                assertThat(schema()).as("after V%s once more", version).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_first_schema_that_was_broken_off_is_never_taken_away_with_data_in_it() throws SQLException {
        Killed killed = new Killed(20);
        assertThatThrownBy(() -> Migration.migrate(killed)).isInstanceOf(StartFailure.class);
        killed.end();
        sql("INSERT INTO counter (name, year, value) VALUES ('precious', 2026, 1)");
        sql("DELETE FROM flyway_schema_history WHERE version = (SELECT * FROM (SELECT MAX(version) FROM flyway_schema_history) last)");
        assertThatThrownBy(MigrationDbTest::migrate).isInstanceOf(StartFailure.class).hasMessageContaining("restore the backup");
        assertThat(sql("SELECT name FROM counter")).containsExactly("precious");
    }

    @Test
    void a_failed_migration_is_tried_again() throws SQLException {
        migrate();
        List<String> expected = schema();
        sql("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                + " VALUES (9999, '999', 'never', 'SQL', 'V999__never.sql', 'test', 1, 0)");
        migrate();
        assertThat(schema()).isEqualTo(expected);
    }

    @Test
    void a_newer_schema_is_refused() throws SQLException {
        migrate();
        sql("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                + " VALUES (9999, '999', 'later', 'SQL', 'V999__later.sql', 'test', 1, 1)");
        assertThatThrownBy(MigrationDbTest::migrate).isInstanceOf(StartFailure.class).hasMessageContaining("newer Schulpakt")
                .hasMessageContaining("999").hasMessageEndingWith(".");
    }

    @Test
    void sentences_of_an_older_history_become_facts() throws SQLException {
        migrate();
        String[][] lines = {
            {"Device", "DeviceAction.PLACE", "Hauptbau · 204 · Süd", "Hauptbau · 204 · Süd"},
            {"Device", "DeviceAction.REGISTER", "V-2026-0003", "Order V-2026-0003"},
            {"Request", "RequestAction.ORDER", "V-2026-0003", "Order V-2026-0003"},
            {"PurchaseOrder", "OrderAction.COMPLETE", "LS-1 · R \"7\"", "Delivery note LS-1, invoice R \"7\""},
            {"CatalogueItem", "CatalogueAction.CREATE", "1.234,50 EUR", "Price 1,234.50 EUR"},
            {"CatalogueItem", "CatalogueAction.CHANGE", "399,00 EUR → 1.429,00 EUR", "Price 1,429.00 EUR, before: 399.00 EUR"},
            {"ProgrammeCeiling", "ProgrammeAction.SET_CEILING", "10.000,00 EUR", "Ceiling of 10,000.00 EUR"},
            {"Application", "ApplicationAction.ADD_POSITION", "Position 3: 60.000,00 EUR", "Position 3: 60,000.00 EUR"},
            {"Application", "ApplicationAction.ADD_ANNEX", "Görres-Gymnasium", "Görres-Gymnasium"},
            {"Programme", "ProgrammeAction.ADD_RULE", "Eigenanteil = 1000", "Own share: 10.00 %"},
            {"Programme", "ProgrammeAction.ADD_RULE", "Kategorie förderfähig, WLAN = YES", "Category eligible, Wi-Fi: yes"},
            {"Programme", "ProgrammeAction.ADD_RULE", "Zweckbindung in Jahren, mobile Endgeräte = 4", "Binding period in years, mobile devices: 4 years"},
            {"Programme", "ProgrammeAction.CONFIRM_RULE", "frühester Beginn einer Maßnahme = 2026-09-01: VV Nr. 3: neu",
                "Earliest start of a measure: 1 Sept 2026 Source: VV Nr. 3: neu"},
            {"PurchaseOrder", "OrderAction.PLACE", "Die Bestellung kostet netto 12.345,00 EUR. Über 1.000,00 EUR netto braucht es ein Vergabeverfahren:"
                + " Bitte geben Sie dessen Aktenzeichen an. (Hinweis, keine Ablehnung: Der Wert ist nicht geprüft. Quelle: UVgO)", null},
            {"Ticket", "TicketAction.MEASURE", "2.04-1 · SW1/12", "Socket 2.04-1, switch and port SW1/12"},
            {"Ticket", "TicketAction.SCHEDULE", "23.11.2026 10:00–11:30 · Hausmeister", "23 Nov 2026, 10:00 to 11:30 | Hausmeister"},
            {"User", "UserAction.GRANT", "Förderstelle", "Funding officer"},
            {"School", "SchoolAction.ADD_ROOM", "Bau A / 1.2", "Bau A · 1.2"},
            {"Request", "RequestAction.REJECT", "V-2026-0003", " | V-2026-0003"},
            {"Ticket", "TicketAction.CANCEL", "1 · 2", " | 1 · 2"}};
        for (String[] line : lines) {
            sql("INSERT INTO history (subject_type, subject_id, action, note, actor_name, at) VALUES ('" + line[0] + "', 1, '" + line[1]
                    + "', '" + line[2] + "', 'x', now())");
        }
        for (int repeated = 0; repeated < 2; repeated++) {
            sql("DELETE FROM flyway_schema_history WHERE version >= '205'");
            migrate();
        }
        List<String> facts = sql("SELECT COALESCE(facts, '[]') FROM history ORDER BY id");
        List<String> notes = sql("SELECT COALESCE(note, '') FROM history ORDER BY id");
        for (int i = 0; i < lines.length; i++) {
            String told = SentenceJson.read(facts.get(i)).stream().map(s -> s.told(Locale.ENGLISH)).collect(Collectors.joining(" "));
            String all = notes.get(i).isEmpty() ? told : told + " | " + notes.get(i);
            if (lines[i][3] == null) {
                assertThat(all).contains("12,345.00 EUR", "1,000.00 EUR", "UVgO").doesNotContain("Die Bestellung");
            } else {
                assertThat(all).isEqualToIgnoringCase(lines[i][3]);
            }
        }
    }

    @Test
    void codes_of_imports_and_lines_of_the_security_log_become_sentences() throws SQLException {
        migrate();
        sql("INSERT INTO authority (name) VALUES ('Stadt Koblenz')");
        sql("INSERT INTO import_job (kind, file_name, settings, state, message, actor_name, created_at) VALUES ('school', 'a.csv', '', 'FAILED',"
                + " 'import.interrupted', 'x', now()), ('school', 'b.csv', '', 'FAILED', 'import.wrong_rows\n3', 'x', now())");
        String authority = sql("SELECT id FROM authority").get(0);
        sql("INSERT INTO security_event (at, kind, detail) VALUES (now(), 'ROLE_GRANTED', 'FUNDING_OFFICER authority " + authority
                + "'), (now(), 'ACCOUNT_MADE', 'ADMIN'), (now(), 'TOKEN_MADE', '7 Shop \"1\"'), (now(), 'SIGN_IN_SLOWED', '+5'),"
                + " (now(), 'SIGN_IN_REFUSED', 'deactivated'), (now(), 'FACTOR_DEMANDED', '[ADMIN, AUDITOR]'), (now(), 'RECOVERY_CODE_USED', '4'),"
                + " (now(), 'SIGN_IN_SLOWED', '+3 code')");
        for (int repeated = 0; repeated < 2; repeated++) {
            sql("DELETE FROM flyway_schema_history WHERE version >= '206'");
            migrate();
        }
        assertThat(told("SELECT message FROM import_job ORDER BY id").get(1)).contains("3").doesNotContain("{0}", "???");
        assertThat(told("SELECT message FROM import_job ORDER BY id").get(0)).doesNotContain("???");
        assertThat(told("SELECT detail FROM security_event ORDER BY id")).containsExactly("Funding officer, Stadt Koblenz",
                "Administrator, everywhere", "Token “Shop \"1\"”", "5 lines like this before it were left out", "The account is locked",
                "Administrator, Auditor", "4 recovery codes left", "3 lines like this before it were left out Code");
    }

    private static List<String> told(String query) throws SQLException {
        return sql(query).stream().map(stored -> SentenceJson.read(stored).stream().map(s -> s.told(Locale.ENGLISH))
                .collect(Collectors.joining(" "))).toList();
    }
}
