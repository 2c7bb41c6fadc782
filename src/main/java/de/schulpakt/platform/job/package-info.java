/**
 * Work in the background: what is to be done at night, every few minutes, or as soon as somebody wants it.
 *
 * <p>Words: a <em>kind</em> of job is what is done; a <em>run</em> is one time that it was done; a <em>node</em> is a server.
 *
 * <p>D1: db-scheduler decides on the database which node runs a kind, so it is run once however many nodes there are, one run of
 * a kind after the other. Its heartbeats tell when a node has died: within a minute another one, or the same after its restart,
 * begins the kind again. What a kind does is therefore found out from the database at each run and stored in transactions of
 * its use cases; nothing is handed over in memory and nothing can happen twice.
 * <p>D2: there is no queue. Who leaves work behind says that the kind is wanted ({@link de.schulpakt.platform.job.JobWanted})
 * and it is run as soon as that is stored; each such kind looks for work by itself every few moments, too, so that a node which
 * dies in between loses nothing.
 * <p>D3: progress stands in memory and is written by another thread once a second, because the transaction of the work must not
 * be held up by it; the same thread brings the wish to end a run from whichever node it was uttered on.
 * <p>D4: a kind that looks for work every few moments leaves a line in the history only if it found some, or failed.
 * <p>D5: a kind that is paused is looked at and passed over; a run that is going on goes on.
 */
@Module(name = "platform.job", uses = {"platform", "platform.text", "platform.row", "platform.person"},
        exposes = {"Background", "JobKind", "JobOutcome", "JobProgress", "JobRun", "JobTime", "JobWanted"})
package de.schulpakt.platform.job;

import de.schulpakt.platform.Module;
