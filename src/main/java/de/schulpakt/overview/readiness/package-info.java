/**
 * How ready each room of a school is. It owns no table and changes nothing.
 *
 * <p>Words: the <em>obstacle</em> of a room is what has to happen next before a lesson can be held with all that was asked
 * for it; the <em>ball</em> is with who has to act.
 *
 * <p>D1: a device counts for the room in which it stands, or for which it was asked while it stands nowhere.
 * <p>D2: what a room needs beyond that is told from facts in the order of the trades: survey, power, measured cable, port at a switch, access
 * point, display, devices; and that device management manages them. A room of
 * whose power nobody has said that it will not do, and of whose devices management knows nothing, lacks neither.
 * <p>D4: a room is ready if it lacks nothing of that, whatever else is on its way: said in one place, so that room, school, list, map and REST agree.
 * <p>D3: schools are drawn at their coordinates, in kilometres, without a map of anybody else: none is asked for, and what is drawn says all in words beside it.
 * A school without coordinates stands in the table only.
 */
@Module(name = "overview.readiness", uses = {"procurement", "install"},
        exposes = {"Ball", "ObstacleKind", "ReadinessMap", "ReadinessQueries", "RoomList", "RoomStanding", "RoomTrade"},
        reads = {"Building", "CatalogueItem", "Device", "DeviceModel", "DeviceSight", "NetworkCable", "NetworkEnd",
                "NetworkPort", "NetworkUnit", "OrderLine", "PurchaseOrder", "Request", "RequestItem", "Room",
                "RoomSurvey", "School", "Ticket", "TicketKind", "Visit"})
package de.schulpakt.overview.readiness;

import de.schulpakt.platform.Module;
