/**
 * The network record: what hangs on the walls and in the racks, which port is plugged to which, and how each cable was measured.
 *
 * <p>Words: a <em>unit</em> is a distributor, a rack, a patch panel, a switch, a socket, an access point or a device that is plugged;
 * a <em>port</em> has a front and, at panels and sockets, a rear; a <em>cable</em> has an end at two ports; the <em>way</em> of a
 * device leads from it over sockets, panels and switches to the <em>uplink</em> of its building.
 *
 * <p>D1: the work writes the record: a measurement makes the socket, the port and the cable that it names, and a finished work its
 * switches and access points, in the transaction of the ticket. Whoever types a port that another socket has is told so and stores
 * nothing, for a record that contradicts itself is none.
 * <p>D2: measuring a socket anew moves its cable to the port that is named now, and both units remember it. A ticket that measures the same port again with another socket
 * has named the first one by mistake: its cable is unplugged there.
 * <p>D3: a unit is a part in the network, a device plays it: another device takes its place, and name, ports and cables stay;
 * a device that goes to another school plays no part any more.
 * <p>D4: what is taken down or unplugged stays as a row that is no longer live, so that unique keys hold what is plugged now: an end
 * of a cable is in one port, and a face of a port has one cable. A port that was written down by mistake goes with what was once in it.
 * <p>D5: the name of a socket is the only one in its room, that of a panel or rack in what holds it, all others in the school.
 */
@Module(name = "install.network", uses = {"install.ticket", "paper"},
        exposes = {"CableTests", "Face", "NetworkQueries", "Networks", "NetworkPlans", "PassedCables", "PortList", "WayQueries", "UnitKind", "UplinkTechnology"},
        reads = {"Building", "Device", "DeviceIdentifier", "DeviceModel", "Room", "School"})
package de.schulpakt.install.network;

import de.schulpakt.platform.Module;
