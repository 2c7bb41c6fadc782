/**
 * One room with all that other rooms of the house know about it: how ready it is, what stands in it, what is to be done there, what was asked
 * for it, its place in the network. It owns no table and changes nothing.
 *
 * <p>D1: nobody closes a room in which something stands, is to be done, or for which something is on its way: who closes it hears what.
 */
@Module(name = "overview.room", uses = {"overview.readiness"},
        reads = {"CatalogueItem", "Device", "DeviceModel", "NetworkUnit", "Request", "RequestItem", "Room", "Ticket"})
package de.schulpakt.overview.room;

import de.schulpakt.platform.Module;
