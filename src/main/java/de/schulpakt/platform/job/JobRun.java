package de.schulpakt.platform.job;

import de.schulpakt.platform.Refused;
import java.time.Instant;

/** One run of a kind of job, as the work sees it: where it says how far it is and what came of it, and hears that it is to end. */
public final class JobRun {
    private static final int MOST_MESSAGE = 2000;
    private final String kind;
    private final Instant startedAt;
    private volatile String subject;
    private volatile long done;
    private volatile long total;
    private volatile boolean cancelled;
    private volatile boolean stopped;
    private volatile boolean told;
    private volatile boolean again;
    private volatile String message;
    private volatile JobOutcome outcome = JobOutcome.RUNNING;
    /** Of its row, null as long as there is none; guarded by this. */
    private Long id;
    private String written;

    JobRun(String kind, Instant startedAt, boolean told) {
        this.kind = kind;
        this.startedAt = startedAt;
        this.told = told;
    }

    /** Says what this run is about; from now on it has a line in the history. */
    public void about(String what) {
        subject = what;
        told = true;
    }

    /**
     * Says how far it is.
     *
     * @throws Refused {@code job.cancelled} if somebody wants it to end, {@code job.interrupted} if the server is told to stop
     */
    public void at(long newDone, long newTotal) {
        done = newDone;
        total = newTotal;
        told = true;
        if (stopped) {
            throw new Refused("job.interrupted");
        }
        if (cancelled) {
            throw new Refused("job.cancelled");
        }
    }

    /** True if the server is told to stop: what is left is done when it is there again, or by another one. */
    public boolean stopped() {
        return stopped;
    }

    /** True if somebody wants it to end. */
    public boolean cancelled() {
        return cancelled;
    }

    /** Says in the history what was done: key of a text and what fills it. */
    public void says(String key, Object... args) {
        StringBuilder all = new StringBuilder(key);
        for (Object arg : args) {
            all.append('\n').append(String.valueOf(arg).replace('\n', ' '));
        }
        message = all.length() > MOST_MESSAGE ? all.substring(0, MOST_MESSAGE) : all.toString();
        told = true;
    }

    /** The same, for something that somebody should look at. */
    public void warns(String key, Object... args) {
        says(key, args);
        outcome = JobOutcome.WARNED;
    }

    /** There may be more to do: the next run follows at once. */
    public void again() {
        again = true;
    }

    String kind() {
        return kind;
    }

    String subject() {
        return subject;
    }

    Instant startedAt() {
        return startedAt;
    }

    JobProgress progress() {
        return new JobProgress(done, total);
    }

    String message() {
        return message;
    }

    JobOutcome outcome() {
        return outcome;
    }

    boolean wantsAgain() {
        return again;
    }

    /** True if there is to be a line. */
    boolean told() {
        return told;
    }

    void stop() {
        stopped = true;
    }

    void cancel() {
        cancelled = true;
    }

    void ended(JobOutcome how) {
        told |= how != JobOutcome.DONE;
        outcome = how;
    }

    Long id() {
        return id;
    }

    void kept(Long newId) {
        id = newId;
    }

    /** True if what is to be written is not what was written last. */
    boolean changed() {
        String now = done + "/" + total + "/" + subject + "/" + message;
        if (now.equals(written)) {
            return false;
        }
        written = now;
        return true;
    }
}
