/**
 * What device management (Intune, Jamf School, Jamf Pro, Apple School Manager) has seen of the devices of the inventory.
 *
 * <p>Words: a <em>sight</em> says when a device was seen first and last, with which system, whether it is managed, and at which school.
 *
 * <p>D1: a sight stands beside the inventory and never changes it: that a device is at another school than the inventory says is shown, and
 * somebody decides.
 * <p>D2: of an export only the columns named here are read, and of all others not even the uploaded file keeps the cells: such files hold
 * users, addresses and keys. A device is known again by its serial number; what the inventory does not know is told and left out.
 * <p>D3: a later file adds and replaces, and never takes away: a day on which a device was last seen only moves forward, one on which it was
 * first seen only backward.
 * <p>D4: a device counts as quiet that nobody has seen for 60 days, and as never switched on if management knows it and has not seen it.
 */
@Module(name = "inventory.sight", uses = {"exchange", "exchange.table", "inventory.device", "inventory.number", "inventory.oldstock", "school.place"},
        exposes = {"SightList", "SightQueries", "Sights"}, reads = {"Device", "DeviceIdentifier", "DeviceModel", "School"})
package de.schulpakt.inventory.sight;

import de.schulpakt.platform.Module;
