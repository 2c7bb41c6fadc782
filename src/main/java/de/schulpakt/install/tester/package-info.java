/**
 * Measurements read from the file of a cable tester, each row to its cable in the network record of a school.
 *
 * <p>D1: a row is known by the label of its cable, by "unit / port" or, for a socket with one cable, by the name of the socket; the room decides
 * between several. What is not on record is named and left out: a tester names no port at the other end, so nothing can be written down from it.
 * <p>D2: what is on record and newer stays.
 * <p>D3: who tested is taken over nowhere.
 * <p>D4: columns are assigned once: {@code exchange} knows a file by its header and proposes what the last import of such a file had, whoever did it. So each tester
 * has its profile without anybody keeping one.
 */
@Module(name = "install.tester", uses = {"install.network", "exchange", "inventory.oldstock", "school.place"}, reads = "NetworkCable")
package de.schulpakt.install.tester;

import de.schulpakt.platform.Module;
