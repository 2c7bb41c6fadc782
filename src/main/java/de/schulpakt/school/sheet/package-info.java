/**
 * What papers schools and rooms have, and the labels at the doors of rooms.
 *
 * <p>D1: a label of a room carries no secret: its code opens the list of what stands in the room, for who may see it.
 */
@Module(name = "school.sheet", uses = {"paper", "school.place"}, reads = {"Building", "Room", "School"})
package de.schulpakt.school.sheet;

import de.schulpakt.platform.Module;
