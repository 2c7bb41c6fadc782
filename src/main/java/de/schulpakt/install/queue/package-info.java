/**
 * Working off the queue: the same step on many tickets at once, and the days by which they are due, in one's calendar.
 *
 * <p>D1: each ticket takes its step in a transaction of its own, as if somebody had clicked on its page: one that is refused keeps
 * none of the others, and the answer names it with its reason.
 * <p>D2: the board keeps nothing between two requests. Held in a view of Faces, a card that was pressed after others had moved meant the card that stood in its place then,
 * and a board that had stood open had expired; so a button says its ticket and version itself, and the answer to it is the board as it is now.
 */
@Module(name = "install.queue", uses = "install.ticket",
        exposes = {"BoardMoves", "Bulk"}, reads = {"School", "Ticket"})
package de.schulpakt.install.queue;

import de.schulpakt.platform.Module;
