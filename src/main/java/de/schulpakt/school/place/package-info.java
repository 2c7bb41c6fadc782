/**
 * Who runs which school, and what it is made of: authorities, schools, buildings, rooms.
 *
 * <p>Words: an <em>authority</em> (Schulträger) runs schools and pays for them; the <em>official number</em> is that of
 * the school register of a federal state and unique there; a school without an authority stands in the register but is
 * not yet looked after by this installation.
 *
 * <p>D1: the key of a school is federal state and official number, because official numbers repeat between states.
 * <p>D2: the ids of schools come from a sequence and not from AUTO_INCREMENT, because EclipseLink can write rows in
 * batches only if it knows their ids before; the register of a state is then some twenty statements, not thousands.
 * <p>D3: a room carries its school beside its building. It never leaves the school; a check compares them. So every list of other
 * modules joins one table less.
 * <p>D4: the import of the register is a room of its own; it meets schools through
 * {@link de.schulpakt.school.place.SchoolRegister}, so the entities stay hidden from it too.
 * <p>D5: an import writes new schools by SQL of many rows, not through entities: 100,000 schools are 100 statements, not
 * 100,000. Changed ones go through the entity, which knows what may change.
 * <p>D6: names of rooms and buildings are sorted by a generated column in which their numbers have leading zeros: 1.2 stands before
 * 1.10, in every list, picker and file alike.
 * <p>D7: a room is never deleted, for what happened in it stays. One that is not used any more is closed and offered nowhere; who has
 * something in it refuses ({@code Rooms.Closing}).
 * <p>D8: a place that is no school (town hall, radio network of a square) is a row of the table of schools with a kind, because buildings, rooms, network, tickets,
 * visits, waves, faults and readiness all point there and need nothing else. It has a number of ours and a list of its own; nothing that only schools have is made
 * for it ({@code SchoolQueries.mustBeSchool}), and pickers for such things leave it out. It is given up, not deleted ({@code OtherPlaces.Ending}).
 * <p>D9: lists of schools and of their school years are narrowed down to the schools of an application, so that sums over these have their rows; only for
 * who may see the application.
 */
@Module(name = "school.place", uses = "exchange",
        exposes = {"FederalState", "Germany", "OtherPlaceList", "OtherPlaces", "PlaceKind", "RoomKind", "RoomQueries", "Rooms", "SchoolFacts", "SchoolList", "SchoolPlaces", "SchoolQueries", "SchoolRegister",
                "SchoolType", "Schools", "SchoolsOfApplication"},
        reads = {"Annex", "Application"})
package de.schulpakt.school.place;

import de.schulpakt.platform.Module;
