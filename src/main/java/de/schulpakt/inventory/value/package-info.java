/**
 * What devices are worth: linear depreciation by calendar year, beside it the special item (Sonderposten) that grants form, for the ledger of
 * the authority.
 *
 * <p>Words: a <em>class</em> (Abschreibungsklasse) is the useful life of a kind of models in years, with its source; a <em>statement</em>
 * (Anlagennachweis) is the account of all devices of an authority for one year, a <em>line</em> of it that of one device.
 *
 * <p>D1: a statement is made and never changed: what went to the ledger can be read later as it was. A newer one for the same year stands
 * beside it. Making one moves no money.
 * <p>D2: linear by months, the month of acquisition counts whole, the one in which a device is given up no more. What has been written off by
 * a year's end is reckoned from the cost and rounded half up, the year's part is the difference: so the parts add up to the cost, to the
 * cent.
 * <p>D3: the cost is gross, for schools deduct no input tax. Net comes from the VAT of the order; where that is not known, it is not made up.
 * <p>D4: the special item is the part of the cost that positions of programmes have paid, without the own share of their application; own
 * money forms none. It is released as the device is written off, and goes with it (typical errors that auditors name).
 * <p>D5: years of the classes, the month rule and the limit of 1,000 EUR net (rule R18 of the field) have no second reader yet: each statement
 * says so, and refuses nothing.
 * <p>D6: devices whose price or day is not known are counted and not valued; what had never come is left out.
 */
@Module(name = "inventory.value", uses = {"inventory.device", "school.place"}, exposes = {"AssetLineList", "AssetRunList", "Classes", "Depreciation", "ValueQueries", "Values"},
        reads = {"Application", "Authority", "Budget", "Device", "DeviceModel", "DevicePayer", "OrderLine",
                "PurchaseOrder", "School", "Supplier"})
package de.schulpakt.inventory.value;

import de.schulpakt.platform.Module;
