/**
 * A plan for many rooms at once, which makes tickets in the order of the trades.
 *
 * <p>Words: a <em>wave</em> (Welle) is the plan for the rooms of one authority that it names by schools, building, floor or kind of room; a
 * <em>trade</em> (Gewerk) is a line of it: a kind of ticket, for each room or each building; what a ticket <em>needs</em> is the
 * work of the trade before at the same place.
 *
 * <p>D1: which trades there are, in which order, how many tickets a day and what material each takes is typed with the wave; proposed are
 * cabling, switch, access point and devices. A room that has such a ticket running already gets no second one.
 * <p>D2: a ticket is planned for the working day after those it needs at the earliest, and for no day that is full. Its due day is its planned day.
 * <p>D3: what is moved takes along what hangs on it, by the same number of working days. Tickets with a visit that is agreed, that are in work or have
 * ended stay where they are: they are named, and somebody talks to the school.
 * <p>D4: a plan is kept in one transaction of few statements: rows are inserted by the hundred. Up to 400 tickets are made in it, too; more are made in
 * the background by two hundred, and until then the wave is prepared: its rows have no ticket, nothing can be moved, and cancelling drops what has none. How far
 * it is stands in the rows, so that a run that was interrupted goes on and nothing is made twice. Nobody is told of each of its tickets, but the technicians of the
 * authority once of the wave.
 * <p>D8: a wave is moved in one transaction, however large it is: half of it on the old days and half on the new ones would be no plan. 3,700 tickets of 1,200
 * rooms in 42 schools are planned in 0.2, made in 0.6 and moved in 0.4 seconds (WavesDbTest prints it).
 * <p>D5: a cancelled wave takes back the tickets that nobody has taken; all others stay with who has them.
 * <p>D6: devices do not come to a room before its network was accepted (rule NETWORK_FIRST, domain.md section 8). Where a verified rule of a programme of the
 * school says so, beginning the work is refused until who decides on requests says why it may; where no verified rule does, the history says that the
 * network was missing. The network is accepted when all tickets of the wave's network trades at the place are, and if it has none there, when the room
 * has a socket whose cable was measured and passed.
 * <p>D7: the forecast divides what is left by what was ended a working day over the last ten; nothing ended, no forecast.
 */
@Module(name = "install.wave", uses = {"install.ticket", "school.place"},
        exposes = {"WaveList", "WaveQueries", "Waves", "WaveTicketList"},
        reads = {"Authority", "Budget", "Building", "DevicePayer", "NetworkCable", "NetworkEnd", "NetworkPort",
                "NetworkUnit", "ProgrammeRule", "Room", "School", "Ticket", "TicketDevice", "TicketKind", "Visit"})
package de.schulpakt.install.wave;

import de.schulpakt.platform.Module;
