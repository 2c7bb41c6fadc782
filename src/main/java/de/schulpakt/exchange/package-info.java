/**
 * Tables in and out: foreign CSV files read and explained, columns assigned to fields, dry runs, import jobs, lists written.
 *
 * <p>Words: a <em>kind</em> of import is what is imported (the school register); a <em>job</em> is one uploaded file; a
 * <em>finding</em> is what is wrong or doubtful in it.
 *
 * <p>D1: progress stands in memory, not in the job's row: the transaction that stores the rows must not be held up by it.
 * After a crash a running job becomes a failed one at the next start; its file is still there.
 * <p>D2: encodings are told apart by the German letters in a file and not by a statistical library, for such libraries do
 * not know the DOS code page and misjudge short files.
 * <p>D3: a started import is stored by a worker that exists since the start of the application and signs in within the
 * transaction. A task given to Payara’s executor by a request inherits that request’s entity manager and finds it closed.
 * <p>D4: a kind of import is a bean of {@link de.schulpakt.exchange.ImportKind}: its fields, its plan, its texts. Jobs, pages,
 * the worker and the list of findings know no kind by name.
 * <p>D5: wrong rows keep a file out, unless somebody says that they are left out. What is not needed (coordinates, telephone)
 * never makes a row wrong: it is left out with a warning. What is wrong with most of a column is said once.
 * <p>D6: reading grows with the file and never with its square; what was read is kept in memory for the next look as long as
 * neither the job nor what is stored has changed, because a large file costs a second or two and a dry run is looked at in pages.
 * <p>D7: an XLSX workbook becomes CSV when it is uploaded, so that everything behind knows tables of text only.
 */
@Module(name = "exchange", uses = "identity")
package de.schulpakt.exchange;

import de.schulpakt.platform.Module;
