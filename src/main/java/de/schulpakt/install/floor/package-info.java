/**
 * Where sockets, access points, distributors and devices are in a building: a picture of each floor with marks on it.
 *
 * <p>Words: a <em>floor plan</em> (Grundriss) is a floor of a building with its picture; a <em>mark</em> is one thing on it.
 *
 * <p>D1: the picture is the newest picture among the papers of the plan; of a PDF somebody chooses the page, which then is a picture, too.
 * <p>D2: a mark is kept in per mille of width and height, so that it stays where it is when a better picture of the same floor comes.
 * <p>D3: a thing is in one place: what is drawn on another plan already is taken off there first. What is taken down, or goes to another school, goes from
 * the plan; what comes in the place of a device is drawn where that was.
 * <p>D4: who sees and who writes the network record sees and writes its floor plans.
 */
@Module(name = "install.floor", uses = {"install.network", "paper"}, exposes = {"FloorPlans", "FloorQueries"},
        reads = {"Building", "Device", "DeviceModel", "NetworkEnd", "NetworkPort", "NetworkUnit", "Room", "School"})
package de.schulpakt.install.floor;

import de.schulpakt.platform.Module;
