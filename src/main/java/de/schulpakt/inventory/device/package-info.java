/**
 * What there is: device models, devices, and where each device stands.
 *
 * <p>Words: a <em>model</em> is what the catalogue offers and a maker builds; a <em>device</em> is one piece with a serial
 * number and an inventory number; a <em>placement</em> is the time a device spends in one room; the <em>binding</em>
 * (Zweckbindung) is the time in which a funded device must serve its purpose.
 *
 * <p>D1: a device is born with its delivery ({@link de.schulpakt.inventory.device.Devices#register}); then it has an order line, a
 * price and the funding position it was paid from, in the words of that day. What was there before comes by an import or by hand with a
 * reason, has none of these, and what is not known of it stays unknown: no price and no day is made up.
 * <p>D2: {@code device.room_id} repeats the open placement, because every list asks for it; both are written by
 * {@code Device.moveTo}, and {@code db/checks} compares them.
 * <p>D3: the binding is copied from the programme's rule at delivery: a rule that changes later does not change a promise
 * already made. Its end is the last day on which the device is bound.
 * <p>D4: a device whose model needs the network is put into service only by the acceptance of its install ticket; one of the old
 * stock that works is taken in as it is.
 * <p>D5: a device that is lost or retired stands in no room; one in repair keeps its room, because it comes back there.
 * <p>D7: what is given up while a verified binding lasts is proposed by one person and confirmed by another. What may be claimed back is
 * reckoned by the days that are left, as granting bodies usually do; nobody has verified that for each programme, so it is shown and
 * recorded and refuses nothing.
 * <p>D8: a device that goes to another school keeps its binding, its price and who paid it; what a ticket works on does not go.
 * <p>D9: what was given up by mistake is there again with a reason and waits for a room; what went back to its supplier does not, for its order
 * counts it as gone, or another one came for it.
 * <p>D10: what was not ordered here may have been paid by an award all the same. Its position is proposed by day, kind, price and supplier, with reasons
 * and certainty, and asked below {@link de.schulpakt.inventory.award.AwardGuess#SURE}; it is never guessed. The device is then bound as one that was ordered,
 * by the rules of the day on which it was bought, and stands in the proof; the ledger has no posting of it, for its money went through no order here.
 * <p>D11: an assignment to an award that is taken back or put right may end a verified binding, which is then its own action in the history: who did it is kept apart
 * from giving the device up.
 * <p>D6: a step on many devices is the same step on each of them, asked and refused as alone; what is refused for one leaves the others
 * alone.
 */
@Module(name = "inventory.device", uses = {"paper", "paper.print", "inventory.award", "inventory.number", "school.place"},
        exposes = {"Binding", "BindingMode", "BindingStart", "DeviceAction", "DeviceFlow", "DeviceList", "DeviceModelList",
                "DeviceModels", "DeviceMoney", "DeviceNumbers", "DeviceQueries", "DeviceState", "Devices", "ManyDevices", "ModelKind", "Replacements"},
        reads = {"Budget", "Building", "DeviceIdentifier", "OwnValue", "Room", "School"})
package de.schulpakt.inventory.device;

import de.schulpakt.platform.Module;
