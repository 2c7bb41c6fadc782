package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every CHECK, UNIQUE and foreign key of the schema is broken once by SQL, past the program, and answers by its own name:
 * the last fence stands where the program believes it stands, and whoever explains a failure finds the name.
 */
@DbTest
class ConstraintsDbTest {
    private static final String NOBODY = "999999999";
    /** What breaks each CHECK, from a row that keeps them all. */
    private static final Map<String, String> CHECKS = Map.ofEntries(
            Map.entry("absence_order", "update absence set to_on = '2025-01-01'"),
            Map.entry("application_own_share", "update application set own_share_bp = 10001"),
            Map.entry("budget_not_negative", "update budget set reserved_cents = -1"),
            Map.entry("budget_of_one_kind", "update budget set authority_id = 1"),
            Map.entry("budget_not_overspent", "update budget set committed_cents = 1"),
            Map.entry("catalogue_price_positive", "update catalogue_item set price_cents = 0"),
            Map.entry("catalogue_item_term", "update catalogue_item set term_months = 0"),
            Map.entry("catalogue_set_member_pieces", "update catalogue_set_member set pieces = 0"),
            Map.entry("ceiling_not_negative", "update programme_ceiling set ceiling_cents = -1"),
            Map.entry("deputy_period", "update deputy set to_on = '2025-12-31'"),
            Map.entry("device_offer_given", "update device_offer set state = 'GIVEN', to_school_id = null"),
            Map.entry("own_value_typed", "update own_value set text = null"),
            Map.entry("asset_line_adds_up", "update asset_line set closing_cents = 3"),
            Map.entry("asset_line_not_negative", "update asset_line set opening_cents = -1, closing_cents = -2"),
            Map.entry("depreciation_class_years", "update depreciation_class set years = 0"),
            Map.entry("device_proceeds", "update device set proceeds_cents = -1"),
            Map.entry("device_stolen_is_reported", "update device set loss = 'STOLEN', police_no = null"),
            Map.entry("device_received_whole", "update device set price_cents = null"),
            Map.entry("drawdown_amounts", "update drawdown set repaid_cents = 2"),
            Map.entry("audit_sample_size", "update audit_sample set drawn = 2"),
            Map.entry("proof_recognised", "update proof set recognised_cents = 2"),
            Map.entry("proof_recovery_amounts", "update proof_recovery set grant_cents = 0"),
            Map.entry("goods_back_pieces", "update goods_back set pieces = 0"),
            Map.entry("network_vlan_number", "update network_vlan set number = 4095"),
            Map.entry("order_line_delivered", "update order_line set cancelled = 1"),
            Map.entry("invoice_discount_terms", "update invoice set discount_bp = null, discount_ends_on = '2026-01-01'"),
            Map.entry("invoice_discount_taken", "update invoice set discount_cents = -1"),
            Map.entry("framework_contract_volume", "update framework_contract set volume_cents = 0"),
            Map.entry("framework_contract_term", "update framework_contract set from_on = '2026-02-01', to_on = '2026-01-31'"),
            Map.entry("invoice_payable", "update invoice set payable_cents = 2"),
            Map.entry("order_line_settled", "update order_line set settled = 2"),
            Map.entry("order_line_price", "update order_line set price_cents = 0"),
            Map.entry("position_applied_positive", "update funding_position set applied_cents = 0, approved_cents = null"),
            Map.entry("position_approved_at_most_applied", "update funding_position set approved_cents = 2"),
            Map.entry("posting_amount", "update posting set amount_cents = 0"),
            Map.entry("paper_kind_years", "update paper_kind set keep_years = 0"),
            Map.entry("transfer_amount", "update transfer set amount_cents = 0"),
            Map.entry("transfer_between_two", "update transfer set to_budget_id = from_budget_id"),
            Map.entry("request_payer_amount", "update request_payer set amount_cents = 0"),
            Map.entry("order_payer_amount", "update order_payer set amount_cents = 0"),
            Map.entry("device_payer_amount", "update device_payer set amount_cents = -1"),
            Map.entry("request_item_quantity", "update request_item set quantity = 10001"),
            Map.entry("stocktake_sample", "update stocktake set sample_percent = 100"),
            Map.entry("role_assignment_one_scope", "update role_assignment set school_id = 1"),
            Map.entry("service_hours_order", "update service_hours set closes = opens"),
            Map.entry("ticket_kind_measured", "update ticket_kind set acceptance = false"),
            Map.entry("ticket_kind_minutes", "update ticket_kind set minutes = 14"),
            Map.entry("ticket_link_two", "update ticket_link set other_id = ticket_id"),
            Map.entry("visit_minutes", "update visit set minutes = 14"));
    /** Values of a row that the CHECKs and keys ask for; all others are 1, X or a day. */
    private static final Map<String, String> VALUES = Map.ofEntries(Map.entry("budget.committed_cents", "0"), Map.entry("budget.spent_cents", "0"),
            Map.entry("budget.kind", "'POSITION'"), Map.entry("budget.authority_id", "null"), Map.entry("budget.household_year", "null"),
            Map.entry("order_line.cancelled", "0"), Map.entry("invoice.discount_cents", "0"), Map.entry("order_line.settled", "0"), Map.entry("role_assignment.school_id", "null"), Map.entry("visit.minutes", "30"),
            Map.entry("ticket_kind.minutes", "30"), Map.entry("ticket_link.other_id", "2"), Map.entry("service_hours.closes", "2"), Map.entry("network_unit.live", "true"), Map.entry("network_end.live", "true"),
            Map.entry("placement.to_at", "null"), Map.entry("device_identifier.ended_at", "null"), Map.entry("loan.ended_at", "null"), Map.entry("asset_line.closing_cents", "0"), Map.entry("own_value.ended_at", "null"), Map.entry("own_value.number", "null"), Map.entry("own_value.day_on", "null"),
            Map.entry("own_value.flag", "null"), Map.entry("device_offer.state", "'GIVEN'"), Map.entry("device_offer_wish.taken_back_at", "null"), Map.entry("device.origin", "'RECEIPT'"), Map.entry("programme_rule.withdrawn_at", "null"),
            Map.entry("transfer.to_budget_id", "7"));

    private static final String OWN_MONEY = "update budget set kind = 'OWN_MONEY', position_id = null, application_id = null, programme_id = null,"
            + " school_id = null, category = null, household_year = 2026, account = 'X', title = 'X', authority_id = ";

    /** Keys that share columns with others, or stand in rows of another kind. */
    private static final Map<String, String> KEYS = Map.of(
            "budget_authority", OWN_MONEY + NOBODY,
            "loan_device_once", "insert into loan (no, school_id, device_id, state, borrower_kind, signed, condition_out, lent_at, lent_by, due_on)"
                    + " values ('Y', 1, 1, 'LENT', 'PUPIL', true, 'SOUND', now(6), 'X', '2026-01-01')",
            "own_money_once", OWN_MONEY + "1; insert into budget (kind, authority_id, household_year, account, title, ends_on)"
                    + " values ('OWN_MONEY', 1, 2026, 'X', 'Y', '2026-12-31')",
            "posting_budget", "update posting set resolves_id = null; update posting set budget_id = " + NOBODY,
            "posting_resolves_own", "update posting set budget_id = 2",
            "role_assignment_school", "update role_assignment set authority_id = null, school_id = " + NOBODY);
    private final Map<String, Map<String, String>> types = new HashMap<>();
    private final Map<String, List<String>> keys = new HashMap<>();
    private final Map<String, Set<String>> parents = new HashMap<>();

    @Test
    void each_constraint_of_the_schema_refuses_by_its_name(Db db) throws SQLException {
        look(db);
        Map<String, String> wrong = new TreeMap<>();
        Set<String> tried = new TreeSet<>();
        try (Connection connection = db.connection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Map<String, Object> row : db.sql("select constraint_name as name, constraint_type as type, table_name as t from"
                    + " information_schema.table_constraints where table_schema = database() and constraint_type <> 'PRIMARY KEY'"
                    + " and table_name <> 'flyway_schema_history' order by table_name, constraint_name")) {
                String name = row.get("name").toString();
                String table = row.get("t").toString();
                boolean foreign = row.get("type").equals("FOREIGN KEY");
                tried.add(name);
                statement.execute("set foreign_key_checks = 0");
                // what a migration has filled stands in the way
                statement.execute("delete from `" + table + "`");
                statement.execute(insert(table, values(table, 1)));
                if (foreign) {
                    for (String parent : parents.get(table)) {
                        statement.execute(parent.equals(table) ? "select 1" : "delete from `" + parent + "`");
                        statement.execute(insert(parent, values(parent, parent.equals(table) ? 2 : 1)));
                    }
                    statement.execute(table.equals("posting") ? insert("budget", values("budget", 2)) : "select 1");
                    statement.execute("set foreign_key_checks = 1");
                }
                String found = answer(statement, breaking(name, row.get("type").toString(), table));
                if (!found.contains(name)) {
                    wrong.put(table + "." + name, found);
                }
                connection.rollback();
            }
        }
        assertThat(wrong).as("of %s", tried.size()).isEmpty();
        assertThat(tried).hasSizeGreaterThan(100).containsAll(CHECKS.keySet());
    }

    private void look(Db db) {
        db.sql("select table_name as t, column_name as c, data_type as d from information_schema.columns where table_schema = database()"
                + " and extra not like '%GENERATED%' order by table_name, ordinal_position").forEach(row ->
                types.computeIfAbsent(row.get("t").toString(), t -> new LinkedHashMap<>()).put(row.get("c").toString(), row.get("d").toString()));
        db.sql("select table_name as t, constraint_name as k, column_name as c, referenced_table_name as r from information_schema.key_column_usage"
                + " where table_schema = database() order by ordinal_position").forEach(row -> {
            keys.computeIfAbsent(row.get("t") + "." + row.get("k"), k -> new ArrayList<>()).add(row.get("c").toString());
            if (row.get("r") != null) {
                parents.computeIfAbsent(row.get("t").toString(), t -> new TreeSet<>()).add(row.get("r").toString());
            }
        });
    }

    private String breaking(String name, String type, String table) {
        List<String> columns = keys.getOrDefault(table + "." + name, List.of());
        return switch (type) {
            case "CHECK" -> CHECKS.getOrDefault(name, "select 1");
            case "FOREIGN KEY" -> KEYS.getOrDefault(name, "update `" + table + "` set " + String.join(", ", columns) + " = " + NOBODY + " order by 1 limit 1");
            default -> {
                Map<String, String> first = values(table, 1);
                boolean counted = columns.stream().anyMatch(column -> !first.containsKey(column));
                Map<String, String> again = counted ? new LinkedHashMap<>(first) : values(table, 2);
                columns.stream().filter(first::containsKey).forEach(column -> again.replace(column, first.get(column)));
                again.replace("id", "2");
                yield KEYS.getOrDefault(name, insert(table, again));
            }
        };
    }

    private static String answer(Statement statement, String sql) {
        try {
            for (String step : sql.split(";")) {
                statement.execute(step);
            }
            return "lets through: " + sql;
        } catch (SQLException e) {
            return e.getMessage() + " at " + sql;
        }
    }

    private static String insert(String table, Map<String, String> values) {
        return "insert into `" + table + "` (" + values.keySet().stream().map(c -> "`" + c + "`").collect(Collectors.joining(", ")) + ") values ("
                + String.join(", ", values.values()) + ")";
    }

    /** A value for each column that is stored and not counted; all those of the first row differ from those of the second. */
    private Map<String, String> values(String table, int number) {
        Map<String, String> values = new LinkedHashMap<>();
        types.get(table).forEach((column, type) -> {
            String value = switch (type) {
                case "date" -> "'2026-01-0" + number + "'";
                case "datetime" -> "'2026-01-0" + number + " 12:00:00'";
                case "bigint", "int", "smallint", "tinyint", "decimal" -> String.valueOf(number);
                default -> type.contains("blob") || type.contains("binary") ? "x'0" + number + "'" : "'" + "WXYZ".charAt(number) + "'";
            };
            values.put(column, VALUES.getOrDefault(table + "." + column, value));
        });
        return values;
    }
}
