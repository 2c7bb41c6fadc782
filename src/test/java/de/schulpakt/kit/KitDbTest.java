package de.schulpakt.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.TransactionalException;
import jakarta.validation.ConstraintViolationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DbTest
class KitDbTest {

    @BeforeEach
    void table(Db db) {
        db.sql("CREATE TABLE IF NOT EXISTS kit_probe (id BIGINT NOT NULL PRIMARY KEY)");
        db.sql("DELETE FROM kit_probe");
        db.get(KitProbe.class).heard().clear();
    }

    @AfterAll
    static void noTraceInTheSchema() {
        Db.instance().sql("DROP TABLE kit_probe");
    }

    @Test
    void a_use_case_commits(Db db) {
        db.get(KitProbe.class).add(new KitProbe.Add(1L));
        assertThat(db.number("SELECT COUNT(*) FROM kit_probe")).isEqualTo(1);
    }

    @Test
    void an_exception_rolls_back(Db db) {
        assertThatThrownBy(() -> db.get(KitProbe.class).addAndFail(1)).isInstanceOf(KitProbe.Odd.class);
        assertThat(db.number("SELECT COUNT(*) FROM kit_probe")).isZero();
    }

    @Test
    void a_failed_step_undoes_the_whole_transaction(Db db) {
        assertThatThrownBy(() -> db.tx(() -> {
            db.get(KitProbe.class).onlyInside(1);
            db.get(KitProbe.class).addAndFail(2);
        })).hasCauseInstanceOf(KitProbe.Odd.class);
        assertThat(db.number("SELECT COUNT(*) FROM kit_probe")).isZero();
    }

    @Test
    void mandatory_refuses_to_run_alone(Db db) {
        assertThatThrownBy(() -> db.get(KitProbe.class).onlyInside(1)).isInstanceOf(TransactionalException.class);
    }

    @Test
    void requires_new_survives_the_outer_rollback(Db db) {
        assertThatThrownBy(() -> db.tx(() -> {
            db.get(KitProbe.class).aside(1);
            db.get(KitProbe.class).onlyInside(2);
            throw new IllegalStateException("undone");
        })).hasMessage("undone");
        assertThat(db.sql("SELECT id FROM kit_probe")).singleElement().satisfies(row -> assertThat(row).containsEntry("id", 1L));
    }

    @Test
    void observers_run_inside_and_after_the_transaction(Db db) {
        KitProbe probe = db.get(KitProbe.class);
        db.tx(() -> {
            probe.add(new KitProbe.Add(1L));
            assertThat(probe.heard()).containsExactly("in 1");
        });
        assertThat(probe.heard()).containsExactly("in 1", "after 1");
    }

    @Test
    void commands_are_validated(Db db) {
        assertThatThrownBy(() -> db.get(KitProbe.class).add(new KitProbe.Add(null))).isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void statements_are_counted_on_their_own_thread(Db db) {
        assertThat(db.statementsOf(() -> db.get(KitProbe.class).add(new KitProbe.Add(1L)))).containsExactly("INSERT INTO kit_probe (id) VALUES (?)");
    }

    @Test
    void a_race_reports_what_the_losers_were_told(Db db) {
        assertThat(db.race(8, 20, () -> db.get(KitProbe.class).add(new KitProbe.Add(7L)))).hasSize(19);
    }

    @Test
    void the_pool_runs_at_read_committed(Db db) {
        assertThat(db.sql("SELECT @@tx_isolation AS i")).singleElement().satisfies(row -> assertThat(row).containsEntry("i", "READ-COMMITTED"));
    }

    @Test
    void every_invariant_can_be_asked(Db db) {
        db.checks();
    }
}
