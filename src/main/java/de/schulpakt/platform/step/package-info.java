/**
 * A step and its end: the table of states by which it is taken, what stands around its transaction, what is known of its
 * outcome, and how a refusal is explained to people.
 *
 * <p>Words: a <em>step</em> is one action on one row that has a lifecycle; its <em>table</em> says from which state it leads to which.
 *
 * <p>D1: a command is looked at before its transaction begins, and the whole use case is taken once more when the database
 * preferred somebody else ({@link de.schulpakt.platform.step.WholeUseCase}); nobody above repeats anything.
 * <p>D2: an answer says that nothing was stored only when that is known ({@link de.schulpakt.platform.step.Outcome}).
 * <p>D3: a program may send a command under a key ({@link de.schulpakt.platform.step.Once}). The use case claims it in its own
 * transaction, so what was carried out is known whatever happens to the answer; what was refused leaves the key free. The same
 * command is answered the same for a week, another one under the same key is refused.
 */
@Module(name = "platform.step", uses = {"platform", "platform.text"},
        exposes = {"Change", "Explained", "Once", "OnceClaims", "Outcome", "Repeated", "Stateful", "Transitions"})
package de.schulpakt.platform.step;

import de.schulpakt.platform.Module;
