/**
 * Tables in and out: foreign CSV files read and explained, columns assigned to fields, dry runs, import jobs, lists written.
 *
 * <p>Words: a <em>kind</em> of import is what is imported (the school register); a <em>job</em> is one uploaded file; a
 * <em>finding</em> is what is wrong or doubtful in it.
 */
@Module(name = "exchange", uses = "identity")
package de.schulpakt.exchange;

import de.schulpakt.platform.Module;
