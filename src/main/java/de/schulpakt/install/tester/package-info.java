/**
 * Measurements read from the file of a cable tester, each row to its cable in the network record of a school.
 *
 * <p>D1: a row is known by the label of its cable, by "unit / port" or, for a socket with one cable, by the name of the socket; the room decides
 * between several. What is not on record is named and left out: a tester names no port at the other end, so nothing can be written down from it.
 * <p>D2: what is on record and newer stays.
 * <p>D3: who tested is taken over nowhere.
 * <p>D4: columns are assigned once: {@code exchange} knows a file by its header and proposes what the last import of such a file had, whoever did it. So each tester
 * has its profile without anybody keeping one.
 * <p>D5: at a ticket the file is read at once, without a job: who works there waits for it, and it has the rows of some rooms. Only cables with an end in the rooms of
 * the work are taken (all of the school if the ticket names no room); the ticket keeps what was found beside the network record, if the class is known.
 */
@Module(name = "install.tester", uses = {"install.network", "install.ticket", "exchange", "inventory.oldstock", "school.place"}, exposes = "TicketTests",
        reads = {"Device", "NetworkCable", "Ticket", "TicketDevice", "TicketRoom"})
package de.schulpakt.install.tester;

import de.schulpakt.platform.Module;
