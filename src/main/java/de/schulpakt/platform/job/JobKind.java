package de.schulpakt.platform.job;

/**
 * Something that is done in the background. A room brings it as a bean of CDI, application-scoped. Its words stand under
 * {@code job.kind.<name>} and {@code job.kind.<name>_text}.
 */
public interface JobKind {
    /** One small word; kept with each run. */
    String name();

    /** When it is run by itself. */
    JobTime time();

    /**
     * Does it, in a request scope, outside a transaction, signed in as nobody. It may be begun again after a crash, so what it
     * does must be found out anew each time. Whatever it throws is the failure of this run; the next one comes sooner then.
     */
    void run(JobRun run) throws Exception;
}
