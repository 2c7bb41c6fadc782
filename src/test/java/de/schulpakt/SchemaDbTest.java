package de.schulpakt;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The schema is what the rules of the house say, and the entities fit it. */
@DbTest
class SchemaDbTest {
    @Test
    void every_amount_is_a_bigint_in_cents(Db db) {
        assertThat(db.sql("select concat(table_name, '.', column_name) as c from information_schema.columns"
                + " where table_schema = database() and column_name like '%\\_cents' and data_type <> 'bigint'")).isEmpty();
    }

    @Test
    void no_column_is_a_floating_point_number(Db db) {
        assertThat(db.sql("select concat(table_name, '.', column_name) as c from information_schema.columns"
                + " where table_schema = database() and data_type in ('float', 'double')")).isEmpty();
    }

    /** The table of db-scheduler has names of its own. */
    @Test
    void instants_end_in_at_and_days_in_on(Db db) {
        assertThat(db.sql("select concat(table_name, '.', column_name) as c from information_schema.columns"
                + " where table_schema = database() and table_name not in ('flyway_schema_history', 'job_task') and (data_type in ('datetime', 'timestamp')"
                + " and column_name not like '%\\_at' and column_name <> 'at' or data_type = 'date'"
                + " and column_name not like '%\\_on' and column_name not in ('valid_from', 'valid_to', 'period_from', 'period_to'))"))
                .isEmpty();
    }

    @Test
    void every_foreign_key_of_another_table_is_declared(Db db) {
        assertThat(db.sql("select concat(c.table_name, '.', c.column_name) as c from information_schema.columns c"
                + " where c.table_schema = database() and c.column_name in ('school_id', 'room_id', 'budget_id', 'authority_id', 'model_id')"
                + " and c.table_name not in ('role_assignment', 'device') and not exists (select 1 from"
                + " information_schema.key_column_usage k where k.table_schema = c.table_schema and k.table_name = c.table_name"
                + " and k.column_name = c.column_name and k.referenced_table_name is not null)")).isEmpty();
    }

    @Test
    void text_is_compared_alike_in_every_column(Db db) {
        assertThat(db.sql("select concat(table_name, '.', column_name, ' ', collation_name) as c from information_schema.columns"
                + " where table_schema = database() and collation_name <> 'utf8mb4_uca1400_as_ci' and table_name <> 'flyway_schema_history'"))
                .isEmpty();
        assertThat(db.sql("select default_collation_name as c from information_schema.schemata where schema_name = database()"))
                .singleElement().satisfies(r -> assertThat(r.get("c")).isEqualTo("utf8mb4_uca1400_as_ci"));
    }

    @Test
    void the_checks_hold_on_an_empty_database(Db db) {
        db.checks();
    }

    @Test
    void the_pool_runs_at_read_committed(Db db) {
        List<Map<String, Object>> rows = db.sql("select @@transaction_isolation as level");
        assertThat(rows.get(0).get("level")).isEqualTo("READ-COMMITTED");
    }
}
