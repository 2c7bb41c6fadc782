/**
 * The search of the top bar over all kinds of subjects. It owns no table and changes nothing.
 *
 * <p>D1: each kind is one statement, limited to what the asker may see of that kind; numbers and serials are found by their
 * beginning, which an index answers.
 * <p>D2: files are found by the words of their names, and only where what was typed is not the number of something: of each subject it is asked
 * whether the asker may see it, which is why only the newest that fit are looked at.
 */
@Module(name = "overview.search", uses = {"paper", "procurement", "install"})
package de.schulpakt.overview.search;

import de.schulpakt.platform.Module;
