/**
 * The import of the school register of a federal state: which columns mean what, what each row would change, the run.
 *
 * <p>D1: an import is all or nothing, in one transaction, and computes its dry run again within it; wrong rows may be left out on purpose. What is common to all
 * imports (reading foreign CSV files, jobs, states, mapping of columns) is in {@code exchange}; this room brings its fields,
 * its rows and the comparison with what is stored.
 * <p>D2: an import never makes a stored school poorer: an empty cell, a name that is only the beginning of the stored one,
 * a point that many schools share or that lies in another state are not taken, and a warning says so.
 * <p>D3: a number is found again although a spreadsheet took its leading zeros or wrote 5E120 as 5E+120, if only one stored
 * school can be meant and no other row names it; of two writings the one with more zeros stays.
 * <p>D4: coordinates in metres are converted with strings of our own for the eleven systems in use, because the EPSG files have
 * terms of their own.
 */
@Module(name = "school.register", uses = "school.place")
package de.schulpakt.school.register;

import de.schulpakt.platform.Module;
