/**
 * Which devices of a school are for lending, and for whom some of a model are kept on which days.
 *
 * <p>Words: the <em>pool</em> are the devices of a school that are for lending; a <em>set</em> (Klassensatz) are those of them that go out
 * together; a <em>booking</em> (Reservierung) keeps a number of devices of one model for some days.
 *
 * <p>D1: a booking names a model and a number and no device: which ones go is decided at the hand-out.
 * <p>D2: on no day is more booked than the pool has of the model, what is lent until then counted; whoever books waits for the moment in which
 * another one does ({@code FOR UPDATE} of the pool's devices, from the lowest on and before any device). A device of the pool that goes out otherwise must leave enough for who has booked.
 * <p>D3: what is lost, given up or in repair is not there to be booked. What is overdue is not there either, until it is back.
 * What stays out longer or is out again must leave enough too, and what leaves the pool because somebody wants it, also by a swap for another model. What is lost, broken or
 * overdue is a fact and refused by nobody: the bookings that lack devices then say so, with the ways out.
 * <p>D4: a device leaves pool and set without leaving anything else; when it goes to another school, it leaves both.
 * <p>D5: as with loans the history names nobody, and who has booked is erased one school year after that of the last day.
 * <p>D7: a class set belongs to a class and to somebody who answers for it. At the turn of a year it is moved by a plan: devices go to a room one by one, with
 * a line in the history of each, and what cannot go is named at the move. Undoing puts back what still stands where the move has put it; what somebody has
 * moved on stays. Who answers for a set stands at set and move and in no history; at a move it is erased by the rule of bookings.
 * <p>D8: a class set may be renamed, and dissolved: its devices stay for lending and each goes alone. A booking may be moved to other days as if it were made
 * anew, itself not counted.
 * <p>D6: what went out by mistake is put back as a whole, as it went: the loans end on a sheet of their own, and the booking keeps its devices again.
 */
@Module(name = "inventory.booking", uses = {"inventory.device", "inventory.loan", "school.place"},
        exposes = {"BookingList", "BookingQueries", "BookingState", "Bookings", "Pool", "SetMoveAction", "SetMoveQueries", "SetMoves", "SetMoveState"},
        reads = {"Building", "Device", "DeviceModel", "Loan", "Room", "School"})
package de.schulpakt.inventory.booking;

import de.schulpakt.platform.Module;
