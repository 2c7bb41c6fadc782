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
 */
@Module(name = "exchange", uses = "identity")
package de.schulpakt.exchange;

import de.schulpakt.platform.Module;
