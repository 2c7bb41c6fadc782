/**
 * A step and its end: the table of states by which it is taken, what stands around its transaction, what is known of its
 * outcome, and how a refusal is explained to people.
 *
 * <p>Words: a <em>step</em> is one action on one row that has a lifecycle; its <em>table</em> says from which state it leads to which.
 *
 * <p>D1: a command is looked at before its transaction begins, and the whole use case is taken once more when the database
 * preferred somebody else ({@link de.schulpakt.platform.step.WholeUseCase}); nobody above repeats anything.
 * <p>D2: an answer says that nothing was stored only when that is known ({@link de.schulpakt.platform.step.Outcome}).
 */
@Module(name = "platform.step", uses = {"platform", "platform.text"},
        exposes = {"Change", "Explained", "Outcome", "Stateful", "Transitions"})
package de.schulpakt.platform.step;

import de.schulpakt.platform.Module;
