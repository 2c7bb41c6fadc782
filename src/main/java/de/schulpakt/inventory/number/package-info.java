/**
 * The numbers by which things are known: serial number, inventory number, MAC address, IMEI, tag.
 *
 * <p>Words: an <em>identifier</em> is one number of one device for a time; its <em>key</em> is what is compared: the number without
 * blanks, hyphens, dots, colons, strokes and signs that nobody sees, in whatever case.
 *
 * <p>D1: all kinds stand in one table, so that one question by one index finds a device by any number in any notation.
 * <p>D2: of a kind a number belongs to one device at a time; {@code identifier_once} holds that against two at once. A number that has
 * ended may be given again, and still finds the device that had it.
 * <p>D3: the room knows devices by their id only: whoever opens its inner doors has asked the guard for the device.
 */
@Module(name = "inventory.number", uses = "identity", exposes = {"IdentifierKind", "Identifiers"})
package de.schulpakt.inventory.number;

import de.schulpakt.platform.Module;
