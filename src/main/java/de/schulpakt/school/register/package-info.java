/**
 * The import of the school register of a federal state: which columns mean what, what each row would change, the run.
 *
 * <p>D1: an import is all or nothing, in one transaction, and computes its dry run again within it. What is common to all
 * imports (reading foreign CSV files, jobs, states, mapping of columns) is in {@code exchange}; this room brings its fields,
 * its rows and the comparison with what is stored.
 * <p>D2: an import never makes a stored school poorer: an empty cell, a name that is only the beginning of the stored one,
 * a point that many schools share or that lies in another state are not taken, and a warning says so.
 */
@Module(name = "school.register", uses = "school.place")
package de.schulpakt.school.register;

import de.schulpakt.platform.Module;
