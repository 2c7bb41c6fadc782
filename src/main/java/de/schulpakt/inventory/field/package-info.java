/**
 * Fields of an administrator's own at devices: what a house wants to know beside what everybody does.
 *
 * <p>Words: an <em>own field</em> has a label and a type and is asked of the devices of one kind of model, or of all; a <em>value</em> is what
 * was entered for one device.
 *
 * <p>D1: the type of a field never changes, so that what was entered stays readable; label, choices and help may. Each change counts the
 * revision up, and a value keeps revision and label under which it was entered. A choice that is no longer offered stays where it was chosen.
 * <p>D2: a value that is replaced ends and stays; what a device said on a day can be told later.
 * <p>D3: a field that is not wanted any longer ends: it is not asked for, its values stay and can be read; it can be taken up again.
 * <p>D4: what the fields of a device say together stands once more in its row, so that lists and files of devices have it without asking;
 * each value by itself, with its type, stands in the list of values.
 * <p>D5: numbers are whole: what has a unit says so in its label.
 */
@Module(name = "inventory.field", uses = {"inventory.device", "exchange"}, exposes = {"FieldQueries", "FieldType", "OwnFieldColumn", "OwnFields", "OwnValues", "ValueList"},
        reads = {"Device", "DeviceModel", "School"})
package de.schulpakt.inventory.field;

import de.schulpakt.platform.Module;
