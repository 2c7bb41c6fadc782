package de.schulpakt.platform.job;

import de.schulpakt.kit.Db;
import java.time.Instant;

/** Runs a kind of job at once and in this thread. */
public final class JobsGiven {
    private JobsGiven() {
    }

    /** What the run says in the history, null if it found nothing to do. */
    public static String run(Db db, String kind) {
        return ran(db, kind).message();
    }

    /** Runs it; true if it wants to run again at once. */
    public static boolean again(Db db, String kind) {
        return ran(db, kind).wantsAgain();
    }

    private static JobRun ran(Db db, String kind) {
        JobRun run = new JobRun(kind, Instant.now(), false);
        try {
            db.get(Background.class).kind(kind).run(run);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return run;
    }
}
