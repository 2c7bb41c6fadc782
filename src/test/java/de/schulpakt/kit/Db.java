package de.schulpakt.kit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import de.schulpakt.launcher.BenchData;
import de.schulpakt.launcher.EmbeddedDatabase;
import de.schulpakt.platform.list.ListOf;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.weld.environment.se.WeldContainer;

/**
 * The container of a {@link DbTest}: the application's beans as in the server, EclipseLink woven as in the server, the
 * database real. One per test JVM.
 */
public final class Db {

    /** Tables whose rows come from migrations and stay. */
    private static final Set<String> KEPT = Set.of("flyway_schema_history", "depreciation_class", "label_format", "paper_kind", "paper_type", "ticket_kind", "vat_rate",
            "service_hours", "service_level", "service_stop");
    private static final int POOL_SIZE = 48;

    private static Db instance;
    private static RuntimeException broken;

    private final HikariDataSource pool;
    private final Statements statements = new Statements();
    private final Transactions transactions;
    private final WeldContainer container;
    private final List<String> tables;
    private final Object kinds;

    private Db() {
        EmbeddedDatabase database = TestDatabase.get();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        pool = new HikariDataSource(config);
        // before Weld: a class that is loaded can no longer be woven
        transactions = new Transactions(Persistence.start(statements.watch(pool)));
        container = Beans.start(transactions);
        kinds = rows("SELECT max(id) AS last FROM ticket_kind").get(0).get("last");
        tables = rows("SELECT table_name AS t FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")
                .stream().map(row -> row.get("t").toString()).filter(table -> !KEPT.contains(table)).toList();
    }

    static synchronized Db instance() {
        if (broken != null) {
            // the first failure tells the cause; a second try would only tell its consequences
            throw broken;
        }
        if (instance == null) {
            try {
                instance = new Db();
            } catch (RuntimeException e) {
                broken = e;
                throw e;
            }
        }
        return instance;
    }

    /** A step of a test that may throw anything. */
    @FunctionalInterface
    public interface Step {
        /** Does it. */
        void run() throws Exception;
    }

    /**
     * @param type       a bean
     * @param qualifiers its qualifiers, mostly none
     * @param <T>        its type
     * @return the bean as injection gives it, with its interceptors
     */
    public <T> T get(Class<T> type, Annotation... qualifiers) {
        return container.select(type, qualifiers).get();
    }

    /**
     * @param type a bean with type parameters, such as {@code Event<DeviceRegistered>}
     * @param <T>  its type
     * @return the bean
     */
    public <T> T get(TypeLiteral<T> type) {
        return container.select(type).get();
    }

    /**
     * @param type what beans are
     * @param <T>  its type
     * @return all beans of that type
     */
    public <T> List<T> all(TypeLiteral<T> type) {
        return container.select(type, Any.Literal.INSTANCE).stream().toList();
    }

    /**
     * Runs in a transaction, or in the one that is open on this thread; an exception rolls it back.
     *
     * @param work what to do
     * @param <T>  its result
     * @return the result
     */
    public <T> T tx(Callable<T> work) {
        return unchecked(() -> transactions.required(work));
    }

    /**
     * As {@link #tx(Callable)}, without a result.
     *
     * @param work what to do
     */
    public void tx(Step work) {
        tx(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Runs in a request scope: for threads that a test starts itself.
     *
     * @param work what to do
     */
    public void request(Step work) {
        RequestContextController controller = get(RequestContextController.class);
        boolean activated = controller.activate();
        try {
            unchecked(() -> {
                work.run();
                return null;
            });
        } finally {
            if (activated) {
                controller.deactivate();
            }
        }
    }

    /**
     * Runs the same step many times on many threads that start together, each call in a request scope of its own.
     *
     * @param threads how many threads
     * @param calls   how many calls in all
     * @param work    what each call does
     * @return what the calls have thrown
     */
    public List<Throwable> race(int threads, int calls, Step work) {
        Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < calls; i++) {
            executor.execute(() -> {
                try {
                    start.await();
                    request(work);
                } catch (Throwable e) {
                    thrown.add(e);
                }
            });
        }
        start.countDown();
        executor.shutdown();
        unchecked(() -> {
            if (!executor.awaitTermination(2, TimeUnit.MINUTES)) {
                executor.shutdownNow();
                throw new AssertionError("the race did not end within two minutes");
            }
            return null;
        });
        return List.copyOf(thrown);
    }

    /**
     * Runs SQL on a connection of its own, past EclipseLink.
     *
     * @param sql       a query or a change
     * @param arguments for its question marks
     * @return the rows of a query by column label, none for a change
     */
    public List<Map<String, Object>> sql(String sql, Object... arguments) {
        return rows(sql, arguments);
    }

    /**
     * @param sql       a query for one number
     * @param arguments for its question marks
     * @return the number
     */
    public long number(String sql, Object... arguments) {
        List<Map<String, Object>> rows = rows(sql, arguments);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows instead of one: " + sql);
        }
        return ((Number) rows.get(0).values().iterator().next()).longValue();
    }

    private List<Map<String, Object>> rows(String sql, Object... arguments) {
        try (Connection connection = pool.getConnection()) {
            return rows(connection, sql, arguments);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + ": " + sql, e);
        }
    }

    static List<Map<String, Object>> rows(Connection connection, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<Map<String, Object>> rows = new ArrayList<>();
            if (statement.execute()) {
                ResultSet result = statement.getResultSet();
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    private static Map<String, Object> row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i), result.getObject(i));
        }
        return row;
    }

    /** @return a connection outside the pool, for a test that changes its session */
    public Connection connection() throws SQLException {
        EmbeddedDatabase database = TestDatabase.get();
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** @return connections that belong to no transaction */
    public javax.sql.DataSource source() {
        return pool;
    }

    /** @return how many connections of the pool are in use at this moment */
    public int connectionsInUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /**
     * @param work what to do on this thread
     * @return how many SQL statements it needed; a batch is one
     */
    public int statements(Step work) {
        return statementsOf(work).size();
    }

    /**
     * @param work what to do on this thread
     * @return the SQL statements it needed, to be shown when a budget is broken
     */
    public List<String> statementsOf(Step work) {
        return statements.of(() -> unchecked(() -> {
            work.run();
            return null;
        }));
    }

    /**
     * Fills the empty tables with a generated installation, and tells the database how large they are now.
     *
     * @param devices how many devices there will be
     */
    public void filled(int devices) {
        EmbeddedDatabase database = TestDatabase.get();
        BenchData.fill(database.url(), database.user(), database.password(), devices, 1, step -> { });
        rows("ANALYZE TABLE " + String.join(", ", tables));
    }

    /**
     * @param work what to do on this thread
     * @return how many rows and entries of indexes the database has read for each SQL statement, in their order
     */
    public List<Map.Entry<String, Long>> readsOf(Step work) {
        List<Map.Entry<String, Long>> reads = new ArrayList<>();
        statements.reads(() -> unchecked(() -> {
            work.run();
            return null;
        }), (sql, rows) -> reads.add(Map.entry(sql, rows)));
        return reads;
    }

    /** Empties all tables but those that migrations fill. The kit does this before each test. */
    public void clean() {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("SET foreign_key_checks = 0");
            for (String table : tables) {
                empty(statement, table);
            }
            // kinds of tickets as the migrations left them
            statement.execute("DELETE FROM ticket_kind WHERE revision > 1 OR id > " + kinds);
            statement.execute("UPDATE ticket_kind SET latest = TRUE");
            statement.execute("UPDATE depreciation_class SET verified = FALSE, years = IF(kind IN ('DISPLAY', 'SWITCH', 'ACCESS_POINT'), 7, 5)");
            statement.execute("SET foreign_key_checks = 1");
            ListOf.forget();
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be emptied.", e);
        }
    }

    private static void empty(Statement statement, String table) throws SQLException {
        try {
            statement.execute("DELETE FROM `" + table + "`");
        } catch (SQLException e) {
            // an append-only table refuses a DELETE by trigger; TRUNCATE is slower but fires none
            statement.execute("TRUNCATE TABLE `" + table + "`");
        }
    }

    /** Runs every query of {@code db/checks}; a row that one of them returns breaks an invariant and fails the test. */
    public void checks() {
        refuseBroken(sql -> rows(sql));
    }

    /** The same over any connection: for the server under test, which has a container of its own. */
    static void refuseBroken(Function<String, List<Map<String, Object>>> query) {
        StringBuilder broken = new StringBuilder();
        for (Path file : checkFiles()) {
            List<Map<String, Object>> rows = query.apply(unchecked(() -> Files.readString(file)).strip().replaceFirst(";$", ""));
            if (!rows.isEmpty()) {
                broken.append(System.lineSeparator()).append("db/checks/").append(file.getFileName()).append(": ")
                        .append(rows.stream().limit(20).map(Map::toString).collect(Collectors.joining("; ")));
            }
        }
        if (!broken.isEmpty()) {
            throw new AssertionError("Invariants are broken:" + broken);
        }
    }

    private static List<Path> checkFiles() {
        Path folder = Beans.classes(EmbeddedDatabase.class).resolve("db").resolve("checks");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> checks = files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
            if (checks.isEmpty()) {
                throw new IllegalStateException("no invariant in " + folder);
            }
            return checks;
        } catch (IOException e) {
            throw new IllegalStateException("no invariants in " + folder, e);
        }
    }

    /** Tests may throw what they like; only what is checked needs a wrapper here. */
    private static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
