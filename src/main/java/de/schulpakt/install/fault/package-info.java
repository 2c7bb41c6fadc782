/**
 * Something is broken: reported by the school's people and technicians from a device, a room or a school, and by anybody who
 * stands before a door or a device with its code, without an account.
 *
 * <p>Words: a <em>fault</em> is a ticket of the kind {@code FAULT}; a <em>code</em> is the random part of the address that is
 * printed at a door or on a device.
 *
 * <p>D1: who reports by a code says what is wrong and nothing else; neither name nor network address is kept. What is kept of a
 * report is its time, for slowing down.
 * <p>D2: by a code one learns what is reported already there by number, state and day, never by what others have written.
 * <p>D3: a code reports five times an hour and a school's codes together sixty times: more is a joke or a machine. A code that has
 * gone astray is renewed, which makes the printed one worthless.
 */
@Module(name = "install.fault", uses = {"install.ticket", "inventory.device"},
        exposes = {"FaultQueries", "Faults"},
        reads = {"Building", "Device", "DeviceModel", "Room", "School", "Ticket", "TicketDevice", "TicketKind"})
package de.schulpakt.install.fault;

import de.schulpakt.platform.Module;
