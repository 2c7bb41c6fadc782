/**
 * Device types that others keep as YAML (the library of NetBox and Nautobot), read into the models of the inventory: what they add is shown first and
 * stored on request.
 *
 * <p>D1: a file holds one or many types. Of a type maker, model and part number are taken, and what it seems to be from its interfaces, which people
 * can put right by another kind for the whole file; ports, weight and pictures are left. Models that are there stay as they are.
 * <p>D2: the YAML is read by a loader that knows no types of ours, with no aliases of collections and limits of size, depth and number.
 */
@Module(name = "procurement.devicetype", uses = {"exchange", "inventory"}, reads = "DeviceModel")
package de.schulpakt.procurement.devicetype;

import de.schulpakt.platform.Module;
