/**
 * The results that the kind of a ticket asks for: given at the ticket by who works on it, checked when they are given, and asked for when the work is said to be done.
 *
 * <p>D1: a result is kept as its type writes it, so that it is shown in both languages and compared: a number with a dot, {@code true}, a choice in German.
 * <p>D2: they are given as long as the ticket is worked on or waits for the school; giving one again or taking it back is the way to put it right, and the history says so.
 * <p>D3: a picture is one of the ticket's files and is asked for again at the end, for it may be taken away meanwhile. A measurement is a cable of the network record that
 * has passed its last test.
 * <p>D4: results of a part that goes back to its ticket go with it where they are missing there.
 */
@Module(name = "install.result", uses = {"identity", "install.kind", "install.network", "install.ticket"}, exposes = {"ResultQueries", "TicketResults"}, reads = {"Paper", "Ticket"})
package de.schulpakt.install.result;

import de.schulpakt.platform.Module;
