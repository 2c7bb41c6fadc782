/**
 * What has come: deliveries with their delivery note, with or without an invoice; here devices are born.
 *
 * <p>Words: a <em>delivery</em> (or receipt) is what came with one delivery note for one order. Money: a receipt moves none. It
 * stays committed until the invoice is approved ({@code procurement.invoice}).
 *
 * <p>D1: a repeated delivery is recognised by order and delivery note, before the version is compared: who pressed twice or
 * sends again after a crash is told that it is booked, not that someone else has changed something.
 * <p>D2: accessories are counted, not inventoried: they have no serial and become no device, but their money is spent and
 * shown at the order line like any other.
 * <p>D3: a device gets the ordered price at its receipt and the invoiced one when the invoice is approved.
 * <p>D4: devices point to their budgets, which the ledger locks: the budgets are locked before devices are registered, so that no
 * two deliveries wait for each other.
 * <p>D5: what had come and is not here is a row of its own ({@code goods_back}); nothing is deleted. Its device ends, and the line waits:
 * an unpaid piece for another, a paid one for another or for a credit note, which ends the waiting. What comes next for the line stands
 * in the place of what went back, the eldest first; what comes with an invoice of its own, only in that of what was not paid. It keeps
 * school, room, payers, price, binding and open tickets. What was booked and had never come frees its serial number, and what comes for it
 * is bound by its own day.
 * <p>D6: number and day of a delivery note are put right with a reason; what is said of its devices follows. Quantities are put right by
 * taking back what had never come, or by booking what came more.
 * <p>D7: each school for which something came is asked whether all is here ({@code goods_check}), for two working days unless the operator
 * says otherwise ({@code SCHULPAKT_ARRIVAL_DAYS}). Silence is no consent: it stands in the list, at the receipt and at the order. What a
 * school reports moves nothing: who receives books what follows, and says so. An answer is put right by another with the reason;
 * deliveries booked before schools were asked have no question.
 * <p>D8: what came beyond the order is refused as a receipt and noted beside it: it moves no money, is no device and stands aside until
 * somebody says what became of it.
 * <p>D9: accessories that came can go into a store of the technicians ({@code install.effort}) at the price of their line and with who pays it; they stay
 * delivered. What lies in a store is not sent back before it is taken out there.
 * <p>D10: what is refused or broken at the door is a room of its own ({@code procurement.refusal}); a delivery of which all was refused has no lines.
 */
@Module(name = "procurement.receipt", uses = {"procurement.order", "procurement.refusal", "install.calendar", "install.effort"},
        exposes = {"BackKind", "GoodsCheckAction", "GoodsCheckFlow", "GoodsCheckList", "GoodsCheckQueries", "GoodsCheckState", "GoodsChecks", "ReceiptQueries", "Receipts", "Returns", "Stocking", "Surpluses"},
        reads = {"CatalogueItem", "Device", "DeviceModel", "InvoicedDevice", "OrderLine", "PurchaseOrder", "Room",
                "School", "Store", "StoreLot", "Supplier"})
package de.schulpakt.procurement.receipt;

import de.schulpakt.platform.Module;
