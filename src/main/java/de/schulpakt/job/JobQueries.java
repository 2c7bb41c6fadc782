package de.schulpakt.job;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.job.Background;
import de.schulpakt.platform.job.JobKind;
import de.schulpakt.platform.job.JobOutcome;
import de.schulpakt.platform.job.JobTime;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Questions about jobs, for administrators of the whole installation. */
@Queries
public class JobQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Background background;

    /**
     * A job.
     *
     * @param at       time of each day, null if it is not daily
     * @param everySeconds pause between two runs, null if it is daily
     * @param nextAt   when it is due, null if no server has begun with it yet
     * @param last     its newest run that left a line, null if there is none
     * @param lookedAt when it ran last without failing, whether it left a line or not
     * @param pausedBy who has paused it, null if nobody has
     * @param failures failures since it last went well
     */
    public record View(String name, String at, Long everySeconds, Instant nextAt, Run last, Instant lookedAt, String pausedBy, Instant pausedAt,
            Integer failures, Set<JobAction> actions) {
        /** True while a run is going on. */
        public boolean running() {
            return last != null && last.outcome() == JobOutcome.RUNNING;
        }
    }

    /**
     * A run.
     *
     * @param message text key and what fills its places, one a line; null for nothing
     */
    public record Run(Long id, String kind, String subject, String node, Instant startedAt, Instant endedAt, JobOutcome outcome, Long done,
            Long total, String message) {
        /** How far it is in percent; null if nobody knows. */
        public Integer percent() {
            return total == 0 ? null : (int) Math.min(100, 100 * done / total);
        }

        /** How long it took, in milliseconds; null while it is going on. */
        public Long millis() {
            return endedAt == null ? null : java.time.Duration.between(startedAt, endedAt).toMillis();
        }
    }

    /** Pause of a kind. */
    public record Pause(String kind, String actorName, Instant pausedAt) {
    }

    private record Task(String name, Instant nextAt, Instant lookedAt, int failures) {
    }

    /** All jobs, by name. */
    public List<View> list() {
        guard.requireEverywhere(USER_ADMIN);
        Map<String, Task> tasks = tasks();
        Map<String, Pause> pauses = Ask.of(em, Pause.class, "select p.kind, p.actorName, p.pausedAt from JobPause p").list().stream()
                .collect(Collectors.toMap(Pause::kind, Function.identity()));
        Map<String, Run> runs = Ask.of(em, Run.class, """
                select r.id as id, r.kind as kind, r.subject as subject, r.node as node, r.startedAt, r.endedAt, r.outcome as outcome,
                    r.done as done, r.total as total, r.message as message
                from JobRunRow r where r.id in (select max(x.id) from JobRunRow x group by x.kind)""").list().stream()
                .collect(Collectors.toMap(Run::kind, Function.identity()));
        List<View> views = new ArrayList<>();
        for (JobKind kind : background.kinds()) {
            views.add(view(kind, tasks.get(kind.name()), runs.get(kind.name()), pauses.get(kind.name())));
        }
        views.sort(Comparator.comparing(View::name));
        return views;
    }

    /** One job, or {@link NotFound}. */
    public View view(String job) {
        return list().stream().filter(v -> v.name().equals(job)).findFirst().orElseThrow(() -> new NotFound("JobKind", job));
    }

    private static View view(JobKind kind, Task task, Run last, Pause pause) {
        JobTime time = kind.time();
        Set<JobAction> actions = pause == null ? EnumSet.of(JobAction.RUN, JobAction.PAUSE) : EnumSet.of(JobAction.RESUME);
        if (last != null && last.outcome() == JobOutcome.RUNNING) {
            actions.add(JobAction.CANCEL);
        }
        return new View(kind.name(), time.at() == null ? null : time.at().toString(), time.every() == null ? null : time.every().toSeconds(),
                task == null ? null : task.nextAt(), last, task == null ? null : task.lookedAt(), pause == null ? null : pause.actorName(),
                pause == null ? null : pause.pausedAt(), task == null ? 0 : task.failures(), actions);
    }

    /** From the table of db-scheduler, which is no entity of ours. */
    private Map<String, Task> tasks() {
        return Ask.sql(em, Task.class, """
                select task_name as name, execution_time as nextAt, last_success as lookedAt, coalesce(consecutive_failures, 0) as failures
                from job_task""").list().stream().collect(Collectors.toMap(Task::name, task -> task));
    }
}
