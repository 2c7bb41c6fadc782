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
            Map.entry("award_limit_days", "update award_limit set to_on = from_on - interval 1 day"),
            Map.entry("award_limit_why", "update award_limit set ended_on = '2026-01-01', why = null"),
            Map.entry("absence_order", "update absence set to_on = '2025-01-01'"),
            Map.entry("application_own_share", "update application set own_share_bp = 10001"),
            Map.entry("budget_not_negative", "update budget set reserved_cents = -1"),
            Map.entry("budget_of_one_kind", "update budget set authority_id = 1"),
            Map.entry("budget_not_overspent", "update budget set committed_cents = 1"),
            Map.entry("catalogue_price_positive", "update catalogue_item set price_cents = 0"),
            Map.entry("catalogue_item_term", "update catalogue_item set term_months = 0"),
            Map.entry("catalogue_set_member_pieces", "update catalogue_set_member set pieces = 0"),
            Map.entry("ceiling_not_negative", "update programme_ceiling set ceiling_cents = -1"),
            Map.entry("provider_choice_hours", "update provider_choice set claims_hours = 0"),
            Map.entry("claim_rule_one_scope", "update claim_rule set school_id = 1"),
            Map.entry("access_token_one_place", "update access_token set school_id = 1"),
            Map.entry("deputy_period", "update deputy set to_on = '2025-12-31'"),
            Map.entry("device_offer_given", "update device_offer set state = 'GIVEN', to_school_id = null"),
            Map.entry("own_value_typed", "update own_value set text = null"),
            Map.entry("asset_booking_line_adds_up", "update asset_booking_line set closing_cents = 3"),
            Map.entry("asset_booking_line_item", "update asset_booking_line set item_closing_cents = 3"),
            Map.entry("loan_reminding_before", "update loan_reminding set days_before = 31"),
            Map.entry("loan_reminding_again", "update loan_reminding set days_again = 0"),
            Map.entry("label_job_counts", "update label_job set total = 0, done = 0"),
            Map.entry("device_incident_amounts", "update device_incident set cost_cents = -1"),
            Map.entry("tag_roll_tags", "update tag_roll set tags = 10000"),
            Map.entry("asset_entry_amount", "update asset_entry set amount_cents = 0"),
            Map.entry("asset_line_adds_up", "update asset_line set closing_cents = 3"),
            Map.entry("asset_line_not_negative", "update asset_line set opening_cents = -1, closing_cents = -2"),
            Map.entry("depreciation_class_years", "update depreciation_class set years = 0"),
            Map.entry("device_proceeds", "update device set proceeds_cents = -1"),
            Map.entry("device_stolen_is_reported", "update device set loss = 'STOLEN', police_no = null"),
            Map.entry("device_award_known", "update device set budget_id = null"),
            Map.entry("device_spot_in_room", "update device set room_id = null"),
            Map.entry("model_warranty", "update device_model set warranty_months = 0"),
            Map.entry("stocktake_min_value", "update stocktake set min_cents = 0"),
            Map.entry("device_received_whole", "update device set price_cents = null"),
            Map.entry("decision_correction_line_moves", "update decision_correction_line set to_cents = from_cents"),
            Map.entry("drawdown_amounts", "update drawdown set repaid_cents = 2"),
            Map.entry("school_contact_reachable", "update school_contact set phone = null, mail = null"),
            Map.entry("school_concept_approved", "update school_concept set approver = null, approved_on = '2026-01-01'"),
            Map.entry("school_concept_signed", "update school_concept set kind = 'MEDIA', school_signed_on = '2026-01-01'"),
            Map.entry("pack_signer_ended", "update pack_signer set ended_on = '2026-01-01', ended_by = null, ended_why = null"),
            Map.entry("building_fact_any", "update building_fact set built_year = null, listed = null, fibre = null, mbit = null, supply = null"),
            Map.entry("building_fact_positive", "update building_fact set mbit = -1"),
            Map.entry("revision_line_quantity", "update revision_line set unit_cents = null"),
            Map.entry("revision_line_measure", "update revision_line set measure_to_on = '2025-01-01'"),
            Map.entry("payment_plan_total", "update payment_plan set total_cents = 0"),
            Map.entry("payment_plan_year_amount", "update payment_plan_year set amount_cents = 0"),
            Map.entry("payment_plan_year_range", "update payment_plan_year set plan_year = 1999"),
            Map.entry("loan_set_move_something", "update loan_set_move set room_id = null, school_class = null, responsible = null, erased_on = null"),
            Map.entry("reimage_plan_capacity", "update reimage_plan set per_day = 0"),
            Map.entry("reimage_plan_days", "update reimage_plan set until_on = from_on - interval 1 day"),
            Map.entry("reimage_slot_day", "update reimage_slot set ticket_id = null"),
            Map.entry("follow_cost_amount", "update follow_cost set yearly_cents = 0"),
            Map.entry("follow_cost_titled", "update follow_cost set title = null, model_kind = null, source = 'X'"),
            Map.entry("follow_cost_years", "update follow_cost set last_year = 2029"),
            Map.entry("follow_cost_ended", "update follow_cost set ended_year = 2031"),
            Map.entry("follow_cost_source", "update follow_cost set source = null, devices = null"),
            Map.entry("inquiry_days", "update inquiry set due_on = '2025-01-01'"),
            Map.entry("inquiry_answered", "update inquiry set answered_by = null"),
            Map.entry("order_line_warranty", "update order_line set warranty_months = 0"),
            Map.entry("position_quantity", "update funding_position set unit_cents = null"),
            Map.entry("position_measure", "update funding_position set measure_to_on = '2025-01-01'"),
            Map.entry("position_accompanying", "update funding_position set accompanying = false"),
            Map.entry("application_pending", "update application set pending_cents = -1"),
            Map.entry("revision_asked", "update revision set asked_cents = -1"),
            Map.entry("revision_line_amounts", "update revision_line set to_cents = -1"),
            Map.entry("application_rest", "update application set rest_cents = 0"),
            Map.entry("school_year_any", "update school_year set pupils = null, teachers = null, classes = null"),
            Map.entry("school_year_positive", "update school_year set classes = -1"),
            Map.entry("audit_sample_size", "update audit_sample set drawn = 2"),
            Map.entry("proof_recognised", "update proof set recognised_cents = 2"),
            Map.entry("proof_recovery_amounts", "update proof_recovery set grant_cents = 0"),
            Map.entry("goods_back_pieces", "update goods_back set pieces = 0"),
            Map.entry("finance_rule_says", "update finance_rule set account = null, cost_centre = null, special_item_no = null"),
            Map.entry("finance_run_items", "update finance_run set items = 0"),
            Map.entry("finance_booking_amount", "update finance_booking set amount_cents = 0"),
            Map.entry("finance_difference_differs", "update finance_difference set there_cents = here_cents"),
            Map.entry("finance_line_amount", "update finance_line set amount_cents = 0"),
            Map.entry("payment_list_total", "update payment_list set total_cents = 0"),
            Map.entry("payment_item_amounts", "update payment_item set amount_cents = 0"),
            Map.entry("payment_item_credit_set_off", "update payment_item set amount_cents = -1, discount_cents = 0, transfer_no = null"),
            Map.entry("payment_item_open", "update payment_item set open_invoice_id = null"),
            Map.entry("goods_refused_pieces", "update goods_refused set pieces = 0"),
            Map.entry("goods_refused_undone", "update goods_refused set undone_on = current_date, undone_why = null"),
            Map.entry("goods_surplus_pieces", "update goods_surplus set pieces = 0"),
            Map.entry("goods_surplus_ended", "update goods_surplus set ended_on = null"),
            Map.entry("award_file_estimate", "update award_file set estimate_cents = 0"),
            Map.entry("award_file_chosen", "update award_file set state = 'DECIDED', chosen_cents = null"),
            Map.entry("award_bid_offer", "update award_bid set offered_on = null"),
            Map.entry("award_bid_amount", "update award_bid set net_cents = -1"),
            Map.entry("offer_period_days", "update offer_period set to_on = '1999-01-01'"),
            Map.entry("offer_period_price", "update offer_period set price_cents = 0"),
            Map.entry("goods_check_answered", "update goods_check set answered_by = null"),
            Map.entry("goods_check_line_pieces", "update goods_check_line set missing = 0, broken = 0"),
            Map.entry("site_block_days", "update site_block set to_on = from_on - interval 1 day"),
            Map.entry("team_member_order", "update team_member set to_on = from_on - interval 1 day"),
            Map.entry("ticket_room_accepted", "update ticket_room set accepted_at = now(6), accepted_by = null"),
            Map.entry("site_hours_order", "update site_hours set closes = opens"),
            Map.entry("floor_mark_one", "update floor_mark set device_id = 1"),
            Map.entry("floor_mark_inside", "update floor_mark set x = 1001"),
            Map.entry("network_vlan_number", "update network_vlan set number = 4095"),
            Map.entry("order_line_delivered", "update order_line set cancelled = 1"),
            Map.entry("loan_booking_days", "update loan_booking set from_on = '2026-02-01', to_on = '2026-01-31'"),
            Map.entry("loan_ask_days", "update loan_ask set from_on = '2026-02-01', to_on = '2026-01-31'"),
            Map.entry("device_swap_two", "update device_swap set new_id = old_id"),
            Map.entry("loan_booking_quantity", "update loan_booking set quantity = 0"),
            Map.entry("loan_claim_amount", "update loan_claim set amount_cents = 0"),
            Map.entry("loan_price_amount", "update loan_price set price_cents = 0"),
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
            Map.entry("budget_correction_amount", "update budget_correction set amount_cents = 0"),
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
            Map.entry("ticket_kind_team", "update ticket_kind set workers = 'TEAM', team = null"),
            Map.entry("ticket_kind_minutes", "update ticket_kind set minutes = 14"),
            Map.entry("room_survey_said", "update room_survey set power = false, note = null"),
            Map.entry("defect_two", "update defect set follow_id = ticket_id"),
            Map.entry("service_hours_silent", "update service_hours set silent_days = 0"),
            Map.entry("ticket_handed_measured", "update ticket set state = 'OPEN'"),
            Map.entry("ticket_rating_stars", "update ticket_rating set stars = 6"),
            Map.entry("store_lot_amount", "update store_lot set amount = 0, left_amount = 0"),
            Map.entry("store_lot_taken_back", "update store_lot set taken_back = true"),
            Map.entry("store_lot_left", "update store_lot set left_amount = amount + 1"),
            Map.entry("material_use_amount", "update material_use set amount = 0"),
            Map.entry("work_time_minutes", "update work_time set minutes = 0"),
            Map.entry("wave_material_amount", "update wave_material set amount = 0"),
            Map.entry("wave_need_two", "update wave_need set needs_id = ticket_id"),
            Map.entry("wave_trade_per_day", "update wave_trade set per_day = 0"),
            Map.entry("school_place_facts", "update school set ended_on = '2026-01-01'"),
            Map.entry("part_of_depth", "update part_of set depth = 0"),
            Map.entry("ticket_link_two", "update ticket_link set other_id = ticket_id"),
            Map.entry("visit_minutes", "update visit set minutes = 14"));
    /** Values of a row that the CHECKs and keys ask for; all others are 1, X or a day. */
    private static final Map<String, String> VALUES = Map.ofEntries(Map.entry("school.place", "'SCHOOL'"), Map.entry("school.ended_on", "null"), Map.entry("budget.committed_cents", "0"), Map.entry("budget.spent_cents", "0"), Map.entry("school_concept.kind", "'SUPPORT'"),
            Map.entry("loan_set_move.state", "'PLANNED'"), Map.entry("payment_plan_year.plan_year", "2030"), Map.entry("follow_cost.first_year", "2030"), Map.entry("follow_cost.last_year", "2031"), Map.entry("follow_cost.ended_year", "null"),
            Map.entry("award_bid.state", "'OFFERED'"), Map.entry("payment_item.state", "'OPEN'"), Map.entry("store_lot.taken_back", "false"), Map.entry("finance_difference.there_cents", "2"), Map.entry("supplier_account.state", "'CONFIRMED'"), Map.entry("budget.kind", "'POSITION'"), Map.entry("budget.authority_id", "null"), Map.entry("budget.household_year", "null"),
            Map.entry("order_line.cancelled", "0"), Map.entry("invoice.discount_cents", "0"), Map.entry("order_line.settled", "0"), Map.entry("role_assignment.school_id", "null"), Map.entry("claim_rule.school_id", "null"), Map.entry("access_token.school_id", "null"), Map.entry("visit.minutes", "30"),
            Map.entry("site_hours.closes", "'12:00:00'"), Map.entry("site_hours.opens", "'07:00:00'"), Map.entry("floor_mark.port_id", "null"), Map.entry("floor_mark.device_id", "null"),
            Map.entry("ticket_kind.minutes", "30"), Map.entry("ticket_link.other_id", "2"), Map.entry("device_swap.new_id", "2"), Map.entry("service_hours.closes", "2"), Map.entry("network_unit.live", "true"), Map.entry("network_end.live", "true"), Map.entry("placement.to_at", "null"), Map.entry("device_identifier.ended_at", "null"), Map.entry("loan.ended_at", "null"), Map.entry("loan_price.ended_at", "null"), Map.entry("loan_link.ended_at", "null"), Map.entry("loan_invite.ended_at", "null"), Map.entry("device_secret.ended_at", "null"), Map.entry("loan_pool_device.left_at", "null"), Map.entry("asset_line.closing_cents", "0"), Map.entry("label_job.done", "0"), Map.entry("asset_booking_line.opening_cents", "0"), Map.entry("asset_booking_line.addition_cents", "0"), Map.entry("asset_booking_line.correction_cents", "0"), Map.entry("asset_booking_line.depreciation_cents", "0"), Map.entry("asset_booking_line.disposal_cents", "0"), Map.entry("asset_booking_line.closing_cents", "0"), Map.entry("asset_booking_line.item_opening_cents", "0"), Map.entry("asset_booking_line.item_addition_cents", "0"), Map.entry("asset_booking_line.item_correction_cents", "0"), Map.entry("asset_booking_line.item_release_cents", "0"), Map.entry("asset_booking_line.item_disposal_cents", "0"), Map.entry("asset_booking_line.item_closing_cents", "0"), Map.entry("own_value.ended_at", "null"), Map.entry("own_value.number", "null"), Map.entry("own_value.day_on", "null"), Map.entry("defect.ticket_id", "7"), Map.entry("wave_need.needs_id", "2"), Map.entry("ticket.state", "'MEASURED'"),
            Map.entry("own_value.flag", "null"), Map.entry("device_offer.state", "'GIVEN'"), Map.entry("device_offer_wish.taken_back_at", "null"), Map.entry("device.origin", "'RECEIPT'"), Map.entry("programme_rule.withdrawn_at", "null"),
            Map.entry("transfer.to_budget_id", "7"), Map.entry("decision_correction_line.to_cents", "7"), Map.entry("loan_set.dissolved_at", "null"));

    private static final String OWN_MONEY = "update budget set kind = 'OWN_MONEY', position_id = null, application_id = null, programme_id = null,"
            + " school_id = null, category = null, household_year = 2026, account = 'X', title = 'X', authority_id = ";

    /** Keys that share columns with others, or stand in rows of another kind. */
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("loan_pool_device_once", "insert into loan_pool_device (school_id, device_id, joined_at, joined_by) values (1, 1, now(6), 'X')"),
            Map.entry("loan_price_once", "insert into loan_price (authority_id, label, price_cents, made_at, made_by) values (1, 'X', 1, now(6), 'X')"),
            Map.entry("floor_mark_device", "update floor_mark set unit_id = null, device_id = " + NOBODY),
            Map.entry("floor_mark_port", "update floor_mark set unit_id = null, port_id = " + NOBODY),
            Map.entry("floor_mark_device_once", "update floor_mark set unit_id = null, device_id = 1; insert into floor_mark (plan_id, device_id, x, y) values (1, 1, 1, 1)"),
            Map.entry("floor_mark_port_once", "update floor_mark set unit_id = null, port_id = 1; insert into floor_mark (plan_id, port_id, x, y) values (1, 1, 1, 1)"),
            Map.entry("claim_rule_school", "update claim_rule set authority_id = null, school_id = " + NOBODY),
            Map.entry("access_token_school", "update access_token set authority_id = null, school_id = " + NOBODY),
            Map.entry("follow_cost_replaced_once", "insert into follow_cost (no, application_id, authority_id, kind, state, title, yearly_cents, first_year, last_year, model_kind, ends_in,"
                    + " devices, useful_years, recorded_by, recorded_at) values ('Y', 1, 1, 'X', 'X', 'X', 1, 2030, 2031, 'X', 1, 1, 1, 'X', now(6))"),
            Map.entry("budget_authority", OWN_MONEY + NOBODY),
            Map.entry("finance_difference_booking_once", "insert into finance_difference (authority_id, kind, state, booking_id, label, day_on, there_cents, found_at)"
                    + " values (1, 'X', 'X', 1, 'X', '2026-01-01', 1, now(6))"),
            Map.entry("loan_device_once", "insert into loan (no, school_id, device_id, state, borrower_kind, signed, condition_out, lent_at, lent_by, due_on)"
                    + " values ('Y', 1, 1, 'LENT', 'PUPIL', true, 'SOUND', now(6), 'X', '2026-01-01')"),
            Map.entry("own_money_once", OWN_MONEY + "1; insert into budget (kind, authority_id, household_year, account, title, ends_on)"
                    + " values ('OWN_MONEY', 1, 2026, 'X', 'Y', '2026-12-31')"),
            Map.entry("posting_budget", "update posting set resolves_id = null; update posting set budget_id = " + NOBODY),
            Map.entry("posting_resolves_own", "update posting set budget_id = 2"),
            Map.entry("role_assignment_school", "update role_assignment set authority_id = null, school_id = " + NOBODY),
            Map.entry("loan_invite_once", "insert into loan_invite (school_id, secret_hash, code_hash, made_at, made_by, expires_on)"
                    + " values (1, 'Y', 'Y', now(6), 'X', '2026-01-01')"),
            Map.entry("loan_link_once", "insert into loan_link (school_id, sheet_id, secret_hash, code_hash, made_at, made_by, expires_on)"
                    + " values (1, 1, 'Y', 'Y', now(6), 'X', '2026-01-01')"));
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
