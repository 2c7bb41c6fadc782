package de.schulpakt.platform.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.jdbc.MariaDBJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Runs the kinds of jobs on this node, as far as the database gives it the turn. */
@ApplicationScoped
public class JobEngine {
    private static final Logger LOG = Logger.getLogger(JobEngine.class.getName());
    private static final int THREADS = 4;
    private static final Duration LOOK = Duration.ofSeconds(2);
    /** A node that has been silent for four of these is dead; that is looked for twice as often as needed for one minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(7);
    private static final int SILENT = 4;
    private static final Duration LAST_WAIT = Duration.ofSeconds(15);
    /** After one failure, two failures ... */
    private static final List<Duration> PATIENCE = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofHours(1));

    @Inject
    @Any
    Instance<JobKind> kinds;
    @Inject
    Clock clock;
    @Inject
    RequestContextController request;
    private final Map<String, JobRun> running = new ConcurrentHashMap<>();
    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final List<ExecutorService> threads = new ArrayList<>();
    private volatile Scheduler scheduler;
    private volatile JobTable table;
    private String node;

    /**
     * Begins to take turns.
     *
     * @param source  connections that belong to no transaction unless one is open on the thread
     * @param factory threads in which the beans of the application can work
     */
    public void start(DataSource source, ThreadFactory factory) {
        start(kinds, source, factory);
    }

    synchronized void start(Iterable<JobKind> what, DataSource source, ThreadFactory factory) {
        table = new JobTable(source);
        node = UUID.randomUUID().toString().substring(0, 8);
        List<Task<?>> tasks = new ArrayList<>();
        for (JobKind kind : what) {
            tasks.add(task(kind));
            try {
                table.plan(kind.name(), kind.time().schedule().getInitialExecutionTime(clock.now()));
            } catch (SQLException e) {
                throw new IllegalStateException("the jobs cannot be planned", e);
            }
        }
        ExecutorService workers = kept(Executors.newFixedThreadPool(THREADS, factory));
        ScheduledExecutorService ticker = kept(Executors.newScheduledThreadPool(1, factory));
        scheduler = Scheduler.create(source, tasks).tableName("job_task").schedulerName(new SchedulerName.Fixed(node))
                .jdbcCustomization(new MariaDBJdbcCustomization(true)).alwaysPersistTimestampInUTC()
                .threads(THREADS).executorService(workers).dueExecutor(kept(Executors.newSingleThreadExecutor(factory)))
                .housekeeperExecutor(kept(Executors.newScheduledThreadPool(2, factory)))
                .pollingInterval(LOOK).heartbeatInterval(HEARTBEAT).missedHeartbeatsLimit(SILENT).shutdownMaxWait(LAST_WAIT)
                // what fails is told here, once
                .failureLogging(LogLevel.OFF, false).build();
        scheduler.start();
        // it ends with its executor, which ends with the scheduler; what a turn throws is caught in it
        ScheduledFuture<?> unused = ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** Takes no more turns; what is running is told to end and has seconds for it. */
    public synchronized void stop() {
        if (scheduler != null) {
            running.values().forEach(JobRun::stop);
            scheduler.stop();
            scheduler = null;
        }
        threads.forEach(ExecutorService::shutdownNow);
        threads.clear();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobWanted news) {
        if (scheduler != null) {
            wanted.add(news.kind());
        }
    }

    /** The run of a kind that is going on here. */
    Optional<JobRun> running(String kind) {
        return Optional.ofNullable(running.get(kind));
    }

    /** Forgets old lines of the history; how many. */
    int forget() throws SQLException {
        return table.forget(clock.now());
    }

    private <E extends ExecutorService> E kept(E executor) {
        threads.add(executor);
        return executor;
    }

    private CustomTask<Void> task(JobKind kind) {
        Schedule schedule = kind.time().schedule();
        return Tasks.custom(kind.name(), Void.class).onDeadExecutionRevive()
                .onFailure((complete, operations) -> operations.reschedule(complete, next(schedule, complete)))
                .execute((instance, context) -> turn(kind, schedule));
    }

    /** The next time by itself, or sooner after a failure. */
    private static Instant next(Schedule schedule, ExecutionComplete complete) {
        Instant usual = schedule.getNextExecutionTime(complete);
        if (complete.getResult() == ExecutionComplete.Result.OK) {
            return usual;
        }
        int failures = Math.min(complete.getExecution().consecutiveFailures, PATIENCE.size() - 1);
        Instant sooner = complete.getTimeDone().plus(PATIENCE.get(failures));
        return sooner.isBefore(usual) ? sooner : usual;
    }

    private CompletionHandler<Void> turn(JobKind kind, Schedule schedule) {
        try {
            if (table.paused().contains(kind.name())) {
                return (complete, operations) -> operations.reschedule(complete, schedule.getNextExecutionTime(complete));
            }
            table.interrupted(kind.name(), clock.now());
        } catch (SQLException e) {
            throw new Failed(e);
        }
        JobRun run = new JobRun(kind.name(), clock.now(), !kind.time().looks());
        running.put(kind.name(), run);
        try {
            work(kind, run);
        } finally {
            running.remove(kind.name());
        }
        return (complete, operations) -> operations.reschedule(complete, run.wantsAgain() ? complete.getTimeDone()
                : next(schedule, complete));
    }

    private void work(JobKind kind, JobRun run) {
        boolean mine = request.activate();
        try {
            kind.run(run);
            run.ended(run.outcome() == JobOutcome.RUNNING ? JobOutcome.DONE : run.outcome());
        } catch (Throwable failure) {
            told(run, failure);
            if (run.outcome() == JobOutcome.FAILED) {
                throw new Failed(failure);
            }
        } finally {
            if (mine) {
                request.deactivate();
            }
            end(run);
        }
    }

    private static void told(JobRun run, Throwable failure) {
        if (failure instanceof Problem problem) {
            run.says(problem.code(), problem.args().toArray());
        } else {
            LOG.log(Level.SEVERE, "job " + run.kind() + " failed", failure);
            run.says("job.failed", failure.getClass().getSimpleName(), String.valueOf(failure.getMessage()));
        }
        if (run.stopped()) {
            run.again();
        }
        run.ended(run.stopped() ? JobOutcome.INTERRUPTED : run.cancelled() ? JobOutcome.CANCELLED : JobOutcome.FAILED);
    }

    private void end(JobRun run) {
        synchronized (run) {
            if (!run.told()) {
                return;
            }
            try {
                table.write(run, node, clock.now());
            } catch (SQLException | RuntimeException e) {
                LOG.log(Level.WARNING, "the end of a run of " + run.kind() + " could not be kept", e);
            }
        }
    }

    /** Once a second: writes how far the runs are, hears which are to end, and brings forward what is wanted. */
    private void tick() {
        try {
            for (JobRun run : running.values()) {
                keep(run);
            }
            for (String kind : List.copyOf(wanted)) {
                // one that is running is brought forward when it has ended: it may have looked before the work was there
                if (table.due(kind, clock.now())) {
                    wanted.remove(kind);
                    scheduler.triggerCheckForDueExecutions();
                }
            }
        } catch (SQLException | RuntimeException e) {
            LOG.log(Level.FINE, "the progress of jobs could not be kept", e);
        }
    }

    private void keep(JobRun run) throws SQLException {
        synchronized (run) {
            if (run.told() && run.outcome() == JobOutcome.RUNNING && (run.changed() || run.id() == null)) {
                table.write(run, node, null);
            }
            if (run.id() != null && table.cancelled(run.id())) {
                run.cancel();
            }
        }
    }

    /** The failure of a run, already told; db-scheduler counts it. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(Throwable cause) {
            super(cause);
        }
    }
}
