/**
 * The search of the top bar over all kinds of subjects. It owns no table and changes nothing.
 *
 * <p>D1: each kind is one statement, limited to what the asker may see of that kind; numbers and serials are found by their
 * beginning, which an index answers.
 */
@Module(name = "overview.search", uses = {"procurement", "install"})
package de.schulpakt.overview.search;

import de.schulpakt.platform.Module;
