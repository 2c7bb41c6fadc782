/**
 * Devices go from one school to another of the same authority: schools offer what they do not need, others ask for it and get it, or the
 * authority sends it.
 *
 * <p>Words: an <em>offer</em> (Weitergabe) is about one or several devices of one school, which go together; a <em>wish</em> is that a
 * school asks for what is offered.
 *
 * <p>D1: a device stays with its authority: another authority is another owner, and no step leads there.
 * <p>D2: binding, price, payers and papers stay with the device, whichever school has it; the money stays with the school it was allotted to.
 * <p>D3: what a programme has paid is offered to schools that take part in the same programme, so that its purpose goes on. That a granting
 * body wants to know of it, or must consent, nobody has verified (rule R16 of the field): the offer says so and refuses nothing. The
 * authority may send a device to any of its schools; that the school does not take part is then recorded as a doubt.
 * <p>D4: what goes away stands in no room and waits to be put into service where it comes to. Nothing goes while somebody has it on loan,
 * while a ticket works on it, or while its end is proposed.
 * <p>D5: what was given by mistake comes back in the same way, with a reason.
 */
@Module(name = "inventory.pool", uses = {"inventory.device", "school.place"}, exposes = {"OfferList", "OfferQueries", "OfferState", "Offers"},
        reads = {"Budget", "Device", "DeviceModel", "Programme", "School"})
package de.schulpakt.inventory.pool;

import de.schulpakt.platform.Module;
