/**
 * Imports: columns of a foreign table assigned to fields, the dry run that says what would change, and the jobs that store it.
 *
 * <p>Words: a <em>kind</em> of import is what is imported (the school register); a <em>job</em> is one uploaded file.
 *
 * <p>D1: progress stands in memory, not in the job's row: the transaction that stores the rows must not be held up by it.
 * <p>D3, superseded by D7: a started import is stored by a worker of the application.
 * <p>D4: a kind of import is a bean of {@link de.schulpakt.exchange.ImportKind}: its fields, its plan, its texts. Jobs, pages,
 * the worker and the list of findings know no kind by name.
 * <p>D5: wrong rows keep a file out, unless somebody says that they are left out. What is not needed (coordinates, telephone)
 * never makes a row wrong: it is left out with a warning. What is wrong with most of a column is said once.
 * <p>D6: what was read is kept in memory for the next look as long as neither the job nor what is stored has changed, because a
 * large file costs a second or two and a dry run is looked at in pages.
 * <p>D7: a started import is stored by the job {@code imports} ({@link de.schulpakt.platform.job.JobKind}), which signs in within
 * the transaction. After a crash it is begun again within a minute, for it had stored nothing; what was begun three times and never
 * came to an end is given up, for it may be what brings the server down.
 * <p>D8: what an import has made is kept by its id, and goes again by the counter-step of its room ({@code ImportKind.wayBack}) as long as nobody has touched
 * it: what has a newer line in its history than the import, or is used anywhere, stays and is named. What was only changed stays: its history says what
 * stood there before. A kind without a way back says why, and what to do instead, where the others have the button.
 */
@Module(name = "exchange", uses = {"exchange.table", "identity"},
        exposes = {"FactChange", "ImportAction", "ImportBack", "ImportCounts", "ImportField", "ImportKind", "ImportList", "ImportMapping", "ImportPlan",
                "ImportQueries", "ImportReader", "ImportRow", "ImportSettings", "ImportStarts", "ImportState", "Imports", "Outcome"}, reads = {"HistoryRow"})
package de.schulpakt.exchange;

import de.schulpakt.platform.Module;
