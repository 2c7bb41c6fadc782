/**
 * How ready each room of a school is. It owns no table and changes nothing.
 *
 * <p>Words: the <em>obstacle</em> of a room is what has to happen next before a lesson can be held with all that was asked
 * for it; the <em>ball</em> is with who has to act.
 *
 * <p>D1: a device counts for the room in which it stands, or for which it was asked while it stands nowhere.
 * <p>D2: what a room needs beyond that is told from facts in the order of the trades: survey, measured cable, port at a switch, access
 * point, display, devices. Of the management of devices nothing is recorded yet, so nothing is said of it.
 */
@Module(name = "overview.readiness", uses = {"procurement", "install"},
        exposes = {"Ball", "ObstacleKind", "ReadinessQueries", "RoomList", "RoomStanding", "RoomTrade"},
        reads = {"Building", "CatalogueItem", "Device", "DeviceModel", "NetworkCable", "NetworkEnd", "NetworkPort",
                "NetworkUnit", "OrderLine", "PurchaseOrder", "Request", "RequestItem", "Room", "School", "Ticket",
                "TicketKind", "Visit"})
package de.schulpakt.overview.readiness;

import de.schulpakt.platform.Module;
