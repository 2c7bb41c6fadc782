package de.schulpakt.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.step.Once;
import de.schulpakt.platform.step.OnceClaims;
import de.schulpakt.platform.step.Repeated;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command that is sent under a key is carried out once, whatever becomes of its answer. */
@DbTest
class OnceDbTest {
    private Long anna;
    private Long berta;

    @BeforeEach
    void table(Db db) {
        db.sql("CREATE TABLE IF NOT EXISTS whole_probe (id INT NOT NULL PRIMARY KEY, n INT NOT NULL)");
        db.sql("DELETE FROM whole_probe");
        db.sql("INSERT INTO whole_probe VALUES (1, 0), (2, 0)");
        anna = person(db, "anna");
        berta = person(db, "berta");
        WholeProbe.calls();
        Once.forget();
    }

    @AfterEach
    void noKey() {
        Once.forget();
    }

    @AfterAll
    static void noTraceInTheSchema() {
        Db.instance().sql("DROP TABLE whole_probe");
    }

    private static Long person(Db db, String login) {
        return ((Number) db.sql("INSERT INTO app_user (login, name, password_hash, active, created_at) VALUES (?, ?, 'x', TRUE, NOW(6)) RETURNING id",
                login, login).get(0).get("id")).longValue();
    }

    private static void add(Db db) {
        db.get(WholeProbe.class).addTo(1, 2, null, new AtomicInteger(1));
    }

    private static long done(Db db) {
        return db.number("SELECT n FROM whole_probe WHERE id = 1");
    }

    @Test
    void the_second_time_nothing_is_done_and_the_first_answer_is_known(Db db) {
        Once.begin(anna, "k", "print");
        add(db);
        Once once = Once.current().orElseThrow();
        assertThat(once.stored()).isTrue();
        db.get(OnceClaims.class).answered(once, 201, "application/json", "x/1", new byte[] {1, 2});
        Once.begin(anna, "k", "print");
        assertThatThrownBy(() -> add(db)).isInstanceOf(Repeated.class);
        assertThat(Once.current().orElseThrow().stored()).isFalse();
        assertThat(done(db)).isEqualTo(1);
        assertThat(db.get(OnceClaims.class).find(anna, once.key())).hasValueSatisfying(answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.location()).isEqualTo("x/1");
            assertThat(answer.body()).containsExactly(1, 2);
        });
    }

    @Test
    void keys_of_others_and_keys_of_another_case_are_other_keys(Db db) {
        for (String key : List.of("k", "K", "k ")) {
            Once.begin(anna, key, "print");
            add(db);
        }
        Once.begin(berta, "k", "print");
        add(db);
        assertThat(done(db)).isEqualTo(4);
    }

    @Test
    void of_many_at_once_one_is_carried_out(Db db) throws Exception {
        int many = 6;
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                all.add(threads.submit(() -> {
                    Once.begin(anna, "k", "print");
                    start.await(20, TimeUnit.SECONDS);
                    try {
                        add(db);
                        return true;
                    } catch (Repeated repeated) {
                        return false;
                    } finally {
                        Once.forget();
                    }
                }));
            }
            int carriedOut = 0;
            for (Future<Boolean> one : all) {
                carriedOut += one.get() ? 1 : 0;
            }
            assertThat(carriedOut).isEqualTo(1);
            assertThat(done(db)).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_was_refused_leaves_its_key_free(Db db) {
        Once.begin(anna, "k", "print");
        assertThatThrownBy(() -> db.get(WholeProbe.class).fail(new IllegalStateException("refused"))).hasMessage("refused");
        assertThat(db.number("SELECT count(*) FROM idempotency_key")).isZero();
        add(db);
        assertThat(Once.current().orElseThrow().stored()).isTrue();
        assertThat(done(db)).isEqualTo(1);
    }

    @Test
    void a_command_that_is_taken_once_more_claims_its_key_anew(Db db) {
        Once.begin(anna, "k", "print");
        assertThatThrownBy(() -> db.get(WholeProbe.class).fail(new PersistenceException(new SQLException("busy", "40001", 1213))))
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(WholeProbe.calls()).as("the key was free in each attempt").isEqualTo(4);
    }

    @Test
    void several_use_cases_of_one_request_are_one_command(Db db) {
        Once.begin(anna, "k", "print");
        add(db);
        add(db);
        assertThat(done(db)).isEqualTo(2);
        assertThat(db.number("SELECT count(*) FROM idempotency_key")).isEqualTo(1);
    }

    @Test
    void keys_are_forgotten_after_a_week(Db db) {
        Once.begin(anna, "old", "print");
        add(db);
        Once.begin(anna, "new", "print");
        add(db);
        db.sql("UPDATE idempotency_key SET sent_at = sent_at - INTERVAL 8 DAY WHERE key_hash = ?", Once.hash("old".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        Once.forget();
        assertThat(db.get(OnceClaims.class).forget()).isEqualTo(1);
        assertThat(db.number("SELECT count(*) FROM idempotency_key")).isEqualTo(1);
    }
}
