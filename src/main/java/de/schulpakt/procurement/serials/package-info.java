/**
 * Serial numbers that a supplier sends as a table (CSV, XLSX), such as the list that comes with a delivery note: what they would book is
 * shown first, and booked on request as a receipt for each delivery note.
 *
 * <p>D1: it is a receipt like any other ({@code procurement.receipt}): the file only says which serial number belongs to which order line. What a
 * receipt would refuse is named with its line in the file; who leaves wrong rows out on purpose books the good ones.
 * <p>D2: the line is found by its number, else by article, model or part number, else it is the only one that waits; of several lines of one article,
 * for several rooms, the first take what is awaited of them.
 * <p>D3: order, delivery note and day may stand in columns or be said once for the whole file; a day that nobody says is today.
 */
@Module(name = "procurement.serials", uses = {"exchange", "procurement.receipt", "inventory.oldstock"},
        reads = {"CatalogueItem", "Delivery", "Device", "DeviceModel", "OrderLine", "PurchaseOrder", "Supplier"})
package de.schulpakt.procurement.serials;

import de.schulpakt.platform.Module;
