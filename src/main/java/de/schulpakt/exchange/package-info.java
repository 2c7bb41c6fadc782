/**
 * Imports: columns of a foreign table assigned to fields, the dry run that says what would change, and the jobs that store it.
 *
 * <p>Words: a <em>kind</em> of import is what is imported (the school register); a <em>job</em> is one uploaded file.
 *
 * <p>D1: progress stands in memory, not in the job's row: the transaction that stores the rows must not be held up by it.
 * After a crash a running job becomes a failed one at the next start; its file is still there.
 * <p>D3: a started import is stored by a worker that exists since the start of the application and signs in within the
 * transaction. A task given to Payara’s executor by a request inherits that request’s entity manager and finds it closed.
 * <p>D4: a kind of import is a bean of {@link de.schulpakt.exchange.ImportKind}: its fields, its plan, its texts. Jobs, pages,
 * the worker and the list of findings know no kind by name.
 * <p>D5: wrong rows keep a file out, unless somebody says that they are left out. What is not needed (coordinates, telephone)
 * never makes a row wrong: it is left out with a warning. What is wrong with most of a column is said once.
 * <p>D6: what was read is kept in memory for the next look as long as neither the job nor what is stored has changed, because a
 * large file costs a second or two and a dry run is looked at in pages.
 */
@Module(name = "exchange", uses = {"exchange.table", "identity"},
        exposes = {"FactChange", "ImportAction", "ImportCounts", "ImportField", "ImportKind", "ImportMapping", "ImportPlan",
                "ImportQueries", "ImportRow", "ImportSettings", "Imports", "Outcome"})
package de.schulpakt.exchange;

import de.schulpakt.platform.Module;
