package de.schulpakt.platform.job;

import java.time.Instant;

/** Runs a kind of job once, here and now, for tests of what it does. */
public final class Runs {
    private Runs() {
    }

    /**
     * @param kind what to do
     * @return what it said, null for nothing
     */
    public static String once(JobKind kind) throws Exception {
        JobRun run = new JobRun(kind.name(), Instant.EPOCH, true);
        kind.run(run);
        return run.message();
    }
}
