/**
 * Kinds of tickets, which are data: what the work is called, which steps it has, what must be there at its end, who may open
 * it, how long it usually takes, what follows from it.
 *
 * <p>Words: a <em>kind</em> is e.g. fault, cabling or move; a <em>revision</em> is a kind as it was from one change to the next;
 * a <em>step</em> is a line of its checklist.
 *
 * <p>D1: a change makes a new revision and leaves the old one as it was. A ticket points at the revision under which it was
 * opened, so that a running ticket never asks for more than it did in the morning.
 * <p>D2: what a kind asks for at its end is asked for by nothing else: a fault asks for no socket, an installation for its
 * measurement. A measured link is always accepted by the school (domain.md 7.3, step 7).
 * <p>D3: the kinds that come with the program, their minutes and steps are start values of ours, no rule of a programme.
 */
@Module(name = "install.kind", uses = "identity",
        exposes = {"Kind", "KindDevices", "KindQueries", "Kinds", "KnownKinds", "Priority"})
package de.schulpakt.install.kind;

import de.schulpakt.platform.Module;
