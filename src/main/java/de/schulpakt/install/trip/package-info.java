/**
 * Going to a school once for all that is open there: what is to be done, what is to be loaded, how one gets in, and in which order the schools of a day
 * are gone to.
 *
 * <p>Words: a <em>trip</em> (Fahrt) bundles the open work of a school that is the technician's own or nobody's.
 *
 * <p>D1: a trip is no thing of its own: agreeing it takes the tickets that nobody has and agrees a visit for each, one after the other, with the usual
 * minutes of its kind. Either all are agreed or none.
 * <p>D2: what is to be loaded are the devices of the tickets that are still in stock, and the material of their waves.
 * <p>D3: how one gets in is a function with its hours, never a person's name or number.
 * <p>D4: distances are those of the crow between the coordinates of the schools; the shortest order tries all orders up to seven schools and goes to the
 * nearest next one beyond. It is a proposal: agreed times stay.
 */
@Module(name = "install.trip", uses = {"install.planning", "install.wave"}, exposes = {"TripQueries", "Trips"},
        reads = {"Device", "DeviceModel", "Room", "School", "Ticket", "TicketDevice", "TicketKind", "WaveMaterial",
                "WaveTicket"})
package de.schulpakt.install.trip;

import de.schulpakt.platform.Module;
