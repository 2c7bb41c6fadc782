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
 * <p>D4: a <em>result</em> is what the work is to bring: words, a number with unit and limits, yes or no, a choice, a measured cable, a picture. It is checked when it is
 * given; what is needed and not given keeps the work from ending. Like the steps it belongs to the revision, kept there as one text, since a revision is read whole or not at all.
 * <p>D5: who may take such tickets and work on them is data of the kind: every technician, those of an office by their role, a team, who has the skill. A kind is the same
 * for all authorities, so a team is named, and that of the authority of the place is meant.
 */
@Module(name = "install.kind", uses = "identity",
        exposes = {"Kind", "KindDevices", "KindQueries", "KindResult", "KindWorkers", "Kinds", "KnownKinds", "Priority", "ResultType"}, reads = "Team")
package de.schulpakt.install.kind;

import de.schulpakt.platform.Module;
