/**
 * Labels of devices, and tags that are printed before anybody knows on which device they will be.
 *
 * <p>Words: a <em>roll</em> are the tags that were printed together; a tag is <em>bound</em> from its first scan on, at which somebody says on which device it is.
 *
 * <p>D1: a bound tag is a number of its device like any other ({@code inventory.number}): the table of numbers alone says which tags are bound. It holds that a
 * tag is on one device at a time, and its way back is the end of that number; then the tag can be stuck on another device.
 * <p>D2: a roll belongs to an authority; its tags go on devices of that authority only. What is left of a roll that was lost is ended, with a reason, and can be taken
 * up again; what is bound stays bound.
 * <p>D3: the code of a tag opens a page of its own: of a bound one that of its device, of another one the question on which device it is.
 * <p>D4: on the label of a device stand, after its number, model and serial number, the line that the programme wants to be read (rule {@code PUBLICITY_LINE}, verified or
 * not: a label refuses nothing), programme and decision, and the end of the binding. What has no room on a small label is left out from the end.
 * <p>D5: locks are taken in the order: roll, device.
 */
@Module(name = "inventory.tag", uses = {"inventory.device", "inventory.number", "paper.label", "school.place"},
        exposes = {"TagAction", "TagFlow", "TagQueries", "TagRollList", "TagRolls", "TagState"},
        reads = {"Application", "Authority", "Budget", "Device", "DeviceIdentifier", "DevicePayer", "Programme", "ProgrammeRule", "School"})
package de.schulpakt.inventory.tag;

import de.schulpakt.platform.Module;
