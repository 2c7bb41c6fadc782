package de.schulpakt.job;

import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.STATE;
import static de.schulpakt.platform.list.Column.Kind.TEXT;
import static de.schulpakt.platform.list.Column.Kind.TOLD;

import de.schulpakt.identity.ListOfAdministrators;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.job.JobOutcome;
import de.schulpakt.platform.list.Listing;
import java.time.Instant;

/** The runs of all jobs of the last 30 days, the newest first. */
@Queries
public class JobRunList extends ListOfAdministrators<JobRunList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "job-runs", "/job/runs")
            .from("JobRunRow r")
            .hidden("name", "r.kind")
            .column("kind", "jobs.kind", TOLD, "concat('job.kind.', r.kind)").sorted("kind", "r.kind").always()
            .column("outcome", "jobs.outcome", STATE, "r.outcome").sorted()
            .column("message", "jobs.message", TOLD, "r.message")
            .column("startedAt", "jobs.started_at", INSTANT, "r.startedAt").sorted("started", "r.id")
            .column("endedAt", "jobs.ended", INSTANT, "r.endedAt")
            .column("node", "jobs.node", TEXT, "r.node").asked()
            .equal("name", String.class, "r.kind").equal("outcome", JobOutcome.class, "r.outcome")
            .build();

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    /** A run; kind and message are keys of texts. */
    public record Row(Long id, String name, String kind, JobOutcome outcome, String message, Instant startedAt, Instant endedAt, String node) {
    }
}
