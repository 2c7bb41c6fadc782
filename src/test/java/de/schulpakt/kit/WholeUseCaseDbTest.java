package de.schulpakt.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.step.Outcome;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around the transaction of every use case. */
@DbTest
class WholeUseCaseDbTest {
    @BeforeEach
    void table(Db db) {
        db.sql("CREATE TABLE IF NOT EXISTS whole_probe (id INT NOT NULL PRIMARY KEY, n INT NOT NULL)");
        db.sql("DELETE FROM whole_probe");
        db.sql("INSERT INTO whole_probe VALUES (1, 0), (2, 0)");
        WholeProbe.calls();
        Outcome.forget();
    }

    @AfterAll
    static void noTraceInTheSchema() {
        Db.instance().sql("DROP TABLE whole_probe");
        Outcome.forget();
    }

    @Test
    void of_two_that_wait_for_each_other_both_succeed(Db db) throws Exception {
        CyclicBarrier meet = new CyclicBarrier(2);
        AtomicInteger one = new AtomicInteger();
        AtomicInteger other = new AtomicInteger();
        WholeProbe probe = db.get(WholeProbe.class);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<?> a = two.submit(() -> probe.addTo(1, 2, meet, one));
            Future<?> b = two.submit(() -> probe.addTo(2, 1, meet, other));
            a.get();
            b.get();
        } finally {
            two.shutdownNow();
        }
        assertThat(one.get() + other.get()).as("one was taken again").isGreaterThan(2);
        assertThat(db.number("SELECT MIN(n) FROM whole_probe")).isEqualTo(2);
        assertThat(db.number("SELECT MAX(n) FROM whole_probe")).as("no attempt counts twice").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1205, 1213, 1020})
    void what_the_database_refuses_for_the_moment_is_tried_within_bounds(int code) {
        WholeProbe probe = Db.instance().get(WholeProbe.class);
        PersistenceException busy = new PersistenceException(new SQLException("busy", "40001", code));
        assertThatThrownBy(() -> probe.fail(busy)).hasRootCauseInstanceOf(SQLException.class);
        assertThat(WholeProbe.calls()).isEqualTo(4);
        assertThat(Explained.of(busy, Locale.GERMANY).orElseThrow()).satisfies(why -> {
            assertThat(why.status()).isEqualTo(503);
            assertThat(why.detail()).contains("nichts gespeichert");
        });
        assertThat(Db.instance().number("SELECT n FROM whole_probe WHERE id = 1")).isZero();
    }

    @Test
    void another_failure_is_not_tried_again_and_nothing_is_stored(Db db) {
        WholeProbe probe = db.get(WholeProbe.class);
        assertThatThrownBy(() -> probe.fail(new IllegalStateException())).isInstanceOf(IllegalStateException.class);
        assertThat(WholeProbe.calls()).isEqualTo(1);
        assertThat(Outcome.known()).isEqualTo(Outcome.Known.NOTHING);
        assertThatThrownBy(probe::callAndFail).isInstanceOf(IllegalStateException.class);
        assertThat(Outcome.known()).as("the inner use case is part of the outer").isEqualTo(Outcome.Known.NOTHING);
        assertThat(db.number("SELECT n FROM whole_probe WHERE id = 1")).isZero();
    }

    @Test
    void what_fails_after_a_step_does_not_say_that_nothing_was_stored(Db db) {
        db.get(WholeProbe.class).store();
        assertThat(Outcome.known()).isEqualTo(Outcome.Known.STORED);
        SQLException gone = new SQLException("Socket error", "08000");
        for (Locale locale : List.of(Locale.GERMANY, Locale.UK)) {
            assertThat(Explained.of(gone, locale).orElseThrow().detail()).doesNotContainIgnoringCase("nichts gespeichert")
                    .doesNotContainIgnoringCase("nothing was");
            assertThat(Outcome.known().sentence(locale, "unexpected")).doesNotContainIgnoringCase("nichts gespeichert")
                    .doesNotContainIgnoringCase("nothing was");
        }
    }

    @Test
    void a_lost_answer_to_a_commit_is_said_to_be_unknown() {
        WholeProbe probe = Db.instance().get(WholeProbe.class);
        SystemException lost = new SystemException();
        lost.initCause(new SQLException("Socket error", "08000"));
        assertThatThrownBy(() -> probe.fail(new TransactionalException("commit", lost))).isInstanceOf(PersistenceException.class);
        assertThat(Outcome.known()).isEqualTo(Outcome.Known.UNKNOWN);
        assertThat(WholeProbe.calls()).as("never again what may have been stored").isEqualTo(1);
    }

    @Test
    void a_commit_that_was_rolled_back_is_known_to_store_nothing_and_keeps_its_cause() {
        WholeProbe probe = Db.instance().get(WholeProbe.class);
        RollbackException rolledBack = new RollbackException("rolled back");
        rolledBack.initCause(new SQLException("Duplicate entry for key 'whole_probe_once'", "23000", 1062));
        assertThatThrownBy(() -> probe.fail(new TransactionalException("commit", rolledBack))).isInstanceOf(PersistenceException.class)
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(Outcome.known()).isEqualTo(Outcome.Known.NOTHING);
    }
}
