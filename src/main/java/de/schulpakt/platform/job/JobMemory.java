package de.schulpakt.platform.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** Forgets the history of jobs after 30 days. */
@ApplicationScoped
public class JobMemory implements JobKind {
    @Inject
    JobEngine engine;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public JobTime time() {
        return JobTime.daily(3, 10);
    }

    @Override
    public void run(JobRun run) throws SQLException {
        run.says("job.kind.history_done", engine.forget());
    }
}
