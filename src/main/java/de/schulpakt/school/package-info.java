/**
 * Who runs which school, and what it is made of: authorities, schools, buildings, rooms, and the import of the register.
 *
 * <p>Words: an <em>authority</em> (Schulträger) runs schools and pays for them; the <em>official number</em> is that of
 * the school register of a federal state and unique there; a school without an authority stands in the register but is
 * not yet looked after by this installation.
 *
 * <p>D1: the key of a school is federal state and official number, because official numbers repeat between states.
 * <p>D2: the ids of schools come from a sequence and not from AUTO_INCREMENT, because EclipseLink can write rows in
 * batches only if it knows their ids before; the register of a state is then some twenty statements, not thousands.
 * <p>D3: a room carries its school beside its building. Both never change; a check compares them. So every list of other
 * modules joins one table less.
 * <p>D4: an import is all or nothing, in one transaction, and computes its dry run again within it. What is common to all
 * imports (reading foreign CSV files, jobs, states, mapping of columns) is in the platform; a module brings its fields, its
 * rows and the comparison with what is stored.
 * <p>D5: an import never makes a stored school poorer: an empty cell, a name that is only the beginning of the stored one,
 * a point that many schools share or that lies in another state are not taken, and a warning says so.
 * <p>D6: progress stands in memory, not in the job's row: the transaction that stores the rows must not be held up by it.
 * After a crash a running job becomes a failed one at the next start; its file is still there.
 * <p>D7: encodings are told apart by the German letters in a file and not by a statistical library, for such libraries do
 * not know the DOS code page and misjudge short files.
 * <p>D8: a started import is stored by a worker that exists since the start of the application and signs in within the
 * transaction. A task given to Payara’s executor by a request inherits that request’s entity manager and finds it closed.
 */
@Module(name = "school", uses = "exchange")
package de.schulpakt.school;

import de.schulpakt.platform.Module;
