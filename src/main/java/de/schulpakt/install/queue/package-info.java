/**
 * Working off the queue: the same step on many tickets at once, and the days by which they are due, in one's calendar.
 *
 * <p>D1: each ticket takes its step in a transaction of its own, as if somebody had clicked on its page: one that is refused keeps
 * none of the others, and the answer names it with its reason.
 */
@Module(name = "install.queue", uses = "install.ticket",
        exposes = "Bulk", reads = {"School", "Ticket"})
package de.schulpakt.install.queue;

import de.schulpakt.platform.Module;
