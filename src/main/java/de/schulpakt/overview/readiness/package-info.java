/**
 * How ready each room of a school is. It owns no table and changes nothing.
 *
 * <p>Words: the <em>obstacle</em> of a room is what has to happen next before a lesson can be held with all that was asked
 * for it; the <em>ball</em> is with who has to act.
 *
 * <p>D1: a device counts for the room in which it stands, or for which it was asked while it stands nowhere.
 */
@Module(name = "overview.readiness", uses = {"procurement", "install"},
        exposes = {"Ball", "ObstacleKind", "ReadinessQueries", "RoomStanding"},
        reads = {"Building", "CatalogueItem", "Device", "DeviceModel", "OrderLine", "PurchaseOrder", "Request", "RequestItem",
                "Room", "Ticket", "Visit"})
package de.schulpakt.overview.readiness;

import de.schulpakt.platform.Module;
