package de.schulpakt.platform.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.job.JobAction;
import de.schulpakt.job.JobQueries;
import de.schulpakt.job.Jobs;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work in the background: once on any number of nodes, picked up when a node dies, ended and paused by people. */
@DbTest
class JobsDbTest {
    private final AtomicInteger started = new AtomicInteger();
    private JobEngine one;
    private JobEngine two;

    /** A job of the test, which does what the test wishes. */
    @ApplicationScoped
    public static class Probe implements JobKind {
        static volatile Work work = run -> { };

        interface Work {
            void run(JobRun run) throws Exception;
        }

        @Override
        public String name() {
            return "probe";
        }

        @Override
        public JobTime time() {
            return JobTime.every(Duration.ofHours(9));
        }

        @Override
        public void run(JobRun run) throws Exception {
            work.run(run);
        }
    }

    private static JobEngine node(Db db) {
        JobEngine engine = new JobEngine();
        engine.clock = db.get(Clock.class);
        engine.request = db.get(RequestContextController.class);
        engine.start(db.all(new TypeLiteral<JobKind>() { }), db.source(), Executors.defaultThreadFactory());
        return engine;
    }

    @AfterEach
    void stop() {
        Probe.work = run -> { };
        for (JobEngine node : new JobEngine[] {one, two}) {
            if (node != null) {
                node.stop();
            }
        }
    }

    private static void eventually(int seconds, String what, BooleanSupplier holds) throws InterruptedException {
        for (int i = 0; i < seconds * 20 && !holds.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(holds.getAsBoolean()).as(what).isTrue();
    }

    private static long runs(Db db, String condition) {
        return db.number("select count(*) from job_run where kind = 'probe' and " + condition);
    }

    /** How often it has run once nothing more comes for a while: beginning nodes look for work, too. */
    private static long quiet(Db db) throws InterruptedException {
        long before = -1;
        long now = runs(db, "outcome = 'DONE'");
        while (now != before) {
            before = now;
            Thread.sleep(2_500);
            now = runs(db, "outcome = 'DONE'");
        }
        return now;
    }

    @Test
    void what_is_wanted_runs_once_on_one_of_two_nodes_and_leaves_a_line(Db db) throws InterruptedException {
        Probe.work = run -> {
            started.incrementAndGet();
            run.says("job.kind.history_done", 7);
        };
        one = node(db);
        two = node(db);
        eventually(10, "it runs when the nodes begin", () -> runs(db, "outcome = 'DONE'") >= 1);
        long begun = quiet(db);
        one.wake(new JobWanted("probe"));
        two.wake(new JobWanted("probe"));
        eventually(10, "it runs again when it is wanted", () -> runs(db, "outcome = 'DONE'") > begun);
        assertThat(quiet(db) - begun).as("both nodes wanted it: once for each wish at most").isBetween(1L, 2L);
        assertThat((long) started.get()).as("none left without a line").isEqualTo(runs(db, "outcome = 'DONE'"));
        SchoolGiven.asAdmin(db, () -> assertThat(db.get(JobQueries.class).view("probe").last().message()).isEqualTo("job.kind.history_done\n7"));
    }

    @Test
    void what_looks_for_work_and_finds_none_leaves_no_line(Db db) throws InterruptedException {
        Probe.work = run -> started.incrementAndGet();
        one = node(db);
        eventually(10, "it has run", () -> started.get() > 0 && db.number("select count(*) from job_task where task_name = 'probe' and last_success is not null") == 1);
        assertThat(runs(db, "1 = 1")).isZero();
    }

    @Test
    void work_that_comes_while_it_runs_is_not_overlooked(Db db) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        Probe.work = run -> {
            if (started.incrementAndGet() == 1) {
                go.await();
            }
        };
        one = node(db);
        eventually(10, "it runs", () -> started.get() == 1);
        one.wake(new JobWanted("probe"));
        Thread.sleep(1_500);
        go.countDown();
        eventually(10, "it runs once more", () -> started.get() == 2);
    }

    /** The node is not asked to stop; it is simply no longer there, as after kill -9. */
    @Test
    void when_a_node_dies_another_one_begins_the_job_again_within_a_minute(Db db) throws InterruptedException {
        Probe.work = run -> {
            started.incrementAndGet();
            run.at(1, 2);
        };
        db.sql("insert into job_task (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version) values"
                + " ('probe', 'recurring', utc_timestamp(6), true, 'dead', utc_timestamp(6), 1)");
        db.sql("insert into job_run (kind, node, started_at, outcome) values ('probe', 'dead', utc_timestamp(6), 'RUNNING')");
        long begin = System.nanoTime();
        one = node(db);
        eventually(60, "it was begun again", () -> runs(db, "outcome = 'DONE'") == 1);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(60));
        assertThat(runs(db, "outcome = 'INTERRUPTED' and node = 'dead'")).isEqualTo(1);
        assertThat(started.get()).isEqualTo(1);
    }

    @Test
    void a_failure_is_told_and_tried_again_soon_an_error_too(Db db) throws InterruptedException {
        Probe.work = run -> {
            throw new StackOverflowError("too deep");
        };
        one = node(db);
        eventually(10, "it has failed", () -> runs(db, "outcome = 'FAILED' and message like 'job.failed%too deep'") == 1);
        eventually(5, "it is due again in a minute", () -> db.number("select count(*) from job_task where task_name = 'probe'"
                + " and execution_time < utc_timestamp(6) + interval 2 minute and consecutive_failures = 1 and picked = 0") == 1);
        Probe.work = run -> run.says("job.kind.history_done", 1);
        one.wake(new JobWanted("probe"));
        eventually(10, "the node works on", () -> runs(db, "outcome = 'DONE'") == 1);
    }

    @Test
    void an_administrator_ends_a_run_from_any_node(Db db) throws InterruptedException {
        Probe.work = run -> {
            for (int i = 0; i < 1_000; i++) {
                run.at(i, 1_000);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        };
        one = node(db);
        eventually(10, "its progress is kept", () -> runs(db, "ended_at is null and done > 10 and total = 1000") == 1);
        SchoolGiven.asAdmin(db, () -> {
            assertThat(db.get(JobQueries.class).view("probe").actions()).contains(JobAction.CANCEL);
            db.get(Jobs.class).cancel("probe");
            return null;
        });
        eventually(10, "it has ended", () -> runs(db, "outcome = 'CANCELLED' and message = 'job.cancelled' and done < 1000") == 1);
        SchoolGiven.asAdmin(db, () -> {
            assertThatThrownBy(() -> db.get(Jobs.class).cancel("probe")).isInstanceOfSatisfying(Refused.class,
                    r -> assertThat(r.code()).isEqualTo("job.not_running"));
            return null;
        });
    }

    @Test
    void a_paused_job_is_passed_over_until_it_is_resumed(Db db) throws InterruptedException {
        Probe.work = run -> started.incrementAndGet();
        SchoolGiven.asAdmin(db, () -> {
            db.get(Jobs.class).pause("probe");
            db.get(Jobs.class).pause("probe");
            assertThat(db.get(JobQueries.class).view("probe").actions()).containsExactly(JobAction.RESUME);
            assertThatThrownBy(() -> db.get(Jobs.class).run("probe")).isInstanceOfSatisfying(Refused.class,
                    r -> assertThat(r.code()).isEqualTo("job.paused"));
            assertThatThrownBy(() -> db.get(Jobs.class).run("there-is-none")).isInstanceOf(NotFound.class);
            return null;
        });
        one = node(db);
        eventually(10, "its turn has come", () -> db.number("select count(*) from job_task where task_name = 'probe' and last_success is not null") == 1);
        assertThat(started.get()).isZero();
        SchoolGiven.asAdmin(db, () -> {
            db.get(Jobs.class).resume("probe");
            return null;
        });
        one.wake(new JobWanted("probe"));
        eventually(10, "it runs", () -> started.get() == 1);
        assertThat(db.number("select count(*) from history where subject_type = 'Job'")).isEqualTo(2);
    }

    @Test
    void a_server_that_stops_leaves_its_work_to_be_begun_again(Db db) throws InterruptedException {
        Probe.work = run -> {
            for (int i = 0; i < 1_000; i++) {
                run.at(i, 1_000);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        };
        one = node(db);
        eventually(10, "it runs", () -> runs(db, "ended_at is null") == 1);
        one.stop();
        assertThat(runs(db, "outcome = 'INTERRUPTED' and message = 'job.interrupted' and ended_at is not null")).isEqualTo(1);
        Probe.work = run -> run.says("job.kind.history_done", 1);
        two = node(db);
        eventually(10, "the next one goes on", () -> runs(db, "outcome = 'DONE'") == 1);
    }

    @Test
    void the_history_is_kept_for_thirty_days(Db db) throws InterruptedException {
        db.sql("insert into job_run (kind, node, started_at, ended_at, outcome) values ('probe', 'x', utc_timestamp() - interval 31 day,"
                + " utc_timestamp() - interval 31 day, 'DONE'), ('probe', 'x', utc_timestamp() - interval 29 day, utc_timestamp() - interval 29 day, 'DONE')");
        db.get(JobEngine.class).start(db.source(), Executors.defaultThreadFactory());
        one = db.get(JobEngine.class);
        one.wake(new JobWanted("history"));
        eventually(10, "the older one is forgotten", () -> runs(db, "started_at < utc_timestamp() - interval 28 day") == 1);
    }

    @Test
    void jobs_are_for_administrators_of_everything(Db db) {
        Long authority = SchoolGiven.authority(db, "Stadt");
        SchoolGiven.user(db, "local", Role.ADMIN, authority, null);
        SchoolGiven.as(db, "local", () -> {
            assertThatThrownBy(() -> db.get(JobQueries.class).list()).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> db.get(Jobs.class).run("checks")).isInstanceOf(Forbidden.class);
            return null;
        });
    }
}
