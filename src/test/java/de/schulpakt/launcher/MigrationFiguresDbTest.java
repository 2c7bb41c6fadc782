package de.schulpakt.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old data migrate: a database of the schema in which receipts and invoices became two things says the same amounts after all that came later. */
class MigrationFiguresDbTest {
    /** The last migration of that schema. */
    private static final String OLD = "280";
    /** What people read as money, one question each; all of it must be answered alike before and after. */
    private static final Map<String, String> FIGURES = Map.of(
            "budgets", "SELECT CONCAT_WS(' ', id, allotted_cents, reserved_cents, committed_cents, spent_cents) FROM budget ORDER BY id",
            "postings", "SELECT CONCAT_WS(' ', budget_id, kind, COUNT(*), SUM(amount_cents)) FROM posting GROUP BY budget_id, kind ORDER BY budget_id, kind",
            "requests", "SELECT CONCAT_WS(' ', request_id, SUM(quantity * price_cents)) FROM request_item GROUP BY request_id",
            "who pays requests", "SELECT CONCAT_WS(' ', request_item_id, budget_id, amount_cents) FROM request_payer ORDER BY request_item_id, budget_id",
            "orders", "SELECT CONCAT_WS(' ', order_id, SUM((quantity - cancelled) * price_cents), SUM(delivered), SUM(settled)) FROM order_line GROUP BY order_id",
            "who pays orders", "SELECT CONCAT_WS(' ', order_line_id, budget_id, amount_cents, open_cents) FROM order_payer ORDER BY order_line_id, budget_id",
            "invoices", "SELECT CONCAT_WS(' ', no, kind, state, net_cents, total_cents, payable_cents, paid_on) FROM invoice ORDER BY id",
            "what invoices spend", "SELECT CONCAT_WS(' ', invoice_id, order_line_id, pieces, gross_cents) FROM invoice_part ORDER BY id",
            "tax", "SELECT CONCAT_WS(' ', invoice_id, vat_bp, net_cents, vat_cents) FROM invoice_vat ORDER BY id",
            "devices", "SELECT CONCAT_WS(' ', d.id, d.price_cents, SUM(p.amount_cents)) FROM device d JOIN device_payer p ON p.device_id = d.id GROUP BY d.id, d.price_cents");

    @TempDir
    static Path folder;
    private static EmbeddedDatabase database;
    private static Home home;
    private final Map<String, List<String[]>> columns = new TreeMap<>();

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

    @Test
    void every_figure_of_an_old_database_is_the_same_after_all_migrations() throws SQLException {
        Flyway.configure(Migration.class.getClassLoader()).dataSource(database.url(), database.user(), database.password()).locations("classpath:db").outOfOrder(true)
                .target(OLD).load().migrate();
        assertThat(sql("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'award_file'")).containsExactly("0");
        fill();
        Map<String, List<String>> before = figures();
        assertThat(before).allSatisfy((name, rows) -> assertThat(rows).as(name).isNotEmpty());
        assertThat(Migration.migrate(database.url(), database.user(), database.password())).as("later migrations").isGreaterThan(60);
        assertThat(figures()).isEqualTo(before);
        assertThat(sql("SELECT CONCAT_WS(' ', allotted_cents, reserved_cents, committed_cents, spent_cents) FROM application_total")).as("what is kept since is reckoned")
                .containsExactly("1000000 50000 79800 119700");
    }

    /** A purchase over two budgets: asked for, ordered, come in part, invoiced and paid; another one that is only approved. */
    private void fill() throws SQLException {
        row("authority", "id", 1, "name", "'Stadt Alt'");
        row("school", "id", 1, "authority_id", 1, "name", "'Alte Schule'", "type", "'GYMNASIUM'");
        row("building", "id", 1, "school_id", 1);
        row("room", "id", 1, "building_id", 1, "kind", "'CLASSROOM'");
        row("programme", "id", 1, "starts_on", "'2025-01-01'", "ends_on", "'2030-12-31'");
        row("application", "id", 1, "programme_id", 1, "authority_id", 1, "state", "'APPROVED'");
        row("annex", "id", 1, "application_id", 1, "school_id", 1);
        for (int b = 1; b <= 2; b++) {
            row("funding_position", "id", b, "annex_id", 1, "no", b, "category", b == 1 ? "'WLAN'" : "'LAN'", "applied_cents", 500_000);
            row("budget", "id", b, "position_id", b, "application_id", 1, "programme_id", 1, "school_id", 1, "category", b == 1 ? "'WLAN'" : "'LAN'", "allotted_cents", 500_000,
                    "reserved_cents", b == 1 ? 50_000 : 0, "committed_cents", b == 1 ? 60_000 : 19_800, "spent_cents", b == 1 ? 89_700 : 30_000);
            posting(b, "ALLOT", 500_000, "'funding_position:" + b + "'");
        }
        row("supplier", "id", 1, "name", "'Alt GmbH'");
        row("device_model", "id", 1, "kind", "'ACCESS_POINT'");
        row("catalogue_item", "id", 1, "model_id", 1, "supplier_id", 1, "category", "'WLAN'", "price_cents", 39_900, "vat_bp", 1900);
        row("request", "id", 1, "no", "'B-1'", "school_id", 1, "state", "'ORDERED'");
        row("request_item", "id", 1, "request_id", 1, "line_no", 1, "item_id", 1, "room_id", 1, "quantity", 5, "price_cents", 39_900, "category", "'WLAN'", "budget_id", 1);
        row("request_payer", "request_item_id", 1, "budget_id", 1, "amount_cents", 149_700);
        row("request_payer", "request_item_id", 1, "budget_id", 2, "amount_cents", 49_800);
        long reserved = posting(1, "RESERVE", 50_000, "'request_item:2'");
        row("request", "id", 2, "no", "'B-2'", "school_id", 1, "state", "'APPROVED'");
        row("request_item", "id", 2, "request_id", 2, "line_no", 1, "item_id", 1, "room_id", 1, "quantity", 1, "price_cents", 50_000, "category", "'WLAN'", "budget_id", 1,
                "reservation_id", reserved);
        row("request_payer", "request_item_id", 2, "budget_id", 1, "amount_cents", 50_000, "reservation_id", reserved);
        row("purchase_order", "id", 1, "no", "'V-1'", "supplier_id", 1, "authority_id", 1, "state", "'PARTLY_DELIVERED'", "ordered_on", "'2026-02-01'", "award_reference", "'A 7'");
        row("order_line", "id", 1, "order_id", 1, "line_no", 1, "request_item_id", 1, "item_id", 1, "school_id", 1, "room_id", 1, "quantity", 5, "delivered", 3, "cancelled", 0,
                "settled", 3, "price_cents", 39_900, "vat_bp", 1900, "budget_id", 1);
        row("order_payer", "order_line_id", 1, "budget_id", 1, "amount_cents", 149_700, "open_cents", 60_000, "commitment_id", posting(1, "COMMIT", 60_000, "'order_line:1'"));
        row("order_payer", "order_line_id", 1, "budget_id", 2, "amount_cents", 49_800, "open_cents", 19_800, "commitment_id", posting(2, "COMMIT", 19_800, "'order_line:1/2'"));
        row("delivery", "id", 1, "order_id", 1, "received_on", "'2026-03-01'");
        row("delivery_line", "id", 1, "delivery_id", 1, "order_line_id", 1, "quantity", 3, "price_cents", 39_900);
        row("invoice", "id", 1, "no", "'R-1'", "supplier_id", 1, "authority_id", 1, "delivery_id", 1, "kind", "'INVOICE'", "state", "'PAID'", "invoiced_on", "'2026-03-02'",
                "paid_on", "'2026-03-20'", "net_cents", 100_588, "total_cents", 119_700, "payable_cents", 119_700);
        row("invoice_line", "invoice_id", 1, "line_no", 1, "kind", "'GOODS'", "pieces", 3, "net_cents", 100_588, "vat_bp", 1900, "order_line_id", 1);
        row("invoice_vat", "invoice_id", 1, "vat_bp", 1900, "net_cents", 100_588, "vat_cents", 19_112);
        long spent = posting(1, "SPEND", 89_700, "'invoice_part:1'");
        posting(2, "SPEND", 30_000, "'invoice_part:1/2'");
        row("invoice_part", "id", 1, "invoice_id", 1, "order_line_id", 1, "pieces", 3, "gross_cents", 119_700, "spending_id", spent, "delivery_line_id", 1);
        for (int d = 1; d <= 3; d++) {
            row("device", "id", d, "model_id", 1, "school_id", 1, "order_line_id", 1, "inventory_no", "'G-" + d + "'", "serial", "'S" + d + "'", "state", "'IN_STOCK'",
                    "price_cents", 39_900, "budget_id", 1);
            row("delivered_device", "device_id", d, "delivery_line_id", 1);
            row("invoiced_device", "device_id", d, "invoice_part_id", 1);
            row("device_payer", "device_id", d, "budget_id", 1, "amount_cents", 29_900);
            row("device_payer", "device_id", d, "budget_id", 2, "amount_cents", 10_000);
        }
    }

    private long posting(int budget, String kind, long cents, String source) throws SQLException {
        row("posting", "budget_id", budget, "kind", "'" + kind + "'", "amount_cents", cents, "source", source);
        return Long.parseLong(sql("SELECT MAX(id) FROM posting").get(0));
    }

    /** A row with these values; what else must be there gets a value of its type. */
    private void row(String table, Object... values) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        for (String[] column : needed(table)) {
            row.put(column[0], switch (column[1]) {
                case "date" -> "'2026-01-01'";
                case "datetime" -> "'2026-01-01 12:00:00'";
                case "varchar", "char", "text", "mediumtext" -> "'X'";
                case "enum" -> "1";
                default -> "1";
            });
        }
        for (int i = 0; i < values.length; i += 2) {
            row.put(values[i].toString(), values[i + 1].toString());
        }
        sql("INSERT INTO `" + table + "` (" + String.join(", ", row.keySet()) + ") VALUES (" + String.join(", ", row.values()) + ")");
    }

    private List<String[]> needed(String table) throws SQLException {
        if (!columns.containsKey(table)) {
            List<String[]> found = new ArrayList<>();
            for (String column : sql("SELECT CONCAT(column_name, ' ', data_type) FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = '" + table
                    + "' AND is_nullable = 'NO' AND column_default IS NULL AND extra = ''")) {
                found.add(column.split(" "));
            }
            columns.put(table, found);
        }
        return columns.get(table);
    }

    private static Map<String, List<String>> figures() throws SQLException {
        Map<String, List<String>> figures = new TreeMap<>();
        for (Map.Entry<String, String> figure : FIGURES.entrySet()) {
            figures.put(figure.getKey(), sql(figure.getValue()));
        }
        return figures;
    }

    private static List<String> sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password()); Statement statement = connection.createStatement()) {
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
}
