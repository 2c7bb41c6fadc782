/**
 * Orders: approved lines become commitments towards one supplier.
 *
 * <p>Words: an <em>order</em> calls approved lines off from one supplier, for the schools of one authority. Money: ordering
 * commits, what does not come is released; what an approved invoice spends is posted here, because it is the money of the line.
 *
 * <p>D1: a line is ordered once and as a whole ({@code request_item_ordered_once}); it may be delivered in parts. A line
 * whose rest was cancelled is not ordered again, the school asks anew: so every posting has exactly one cause.
 * <p>D2: superseded: one invoice belonged to one delivery. Goods and invoices are rooms of their own above ({@code
 * procurement.receipt}, {@code procurement.invoice}); both reach the lines through {@link
 * de.schulpakt.procurement.order.OrderLines}.
 * <p>D3: locks are taken in the order: order, requests by id, framework contracts by id, number counters (inventory, tickets), budgets by id. Devices
 * are therefore registered before money moves.
 * <p>D4, D5: moved to {@code procurement.receipt}.
 * <p>D6: a line holds one commitment of what is ordered, not cancelled and not paid by an approved invoice, at the ordered price,
 * whether it has come or not; {@code LineMoney} alone touches the ledger.
 * <p>D7: what makes a line larger or smaller is a row of its own ({@code order_change}) which its postings name.
 * <p>D8: who pays a line is put right whether it is paid or not: what each invoice and each cash discount has spent is divided anew by
 * corrections under the source of that invoice or discount, so that taking it back later takes it from the new payers.
 * <p>D9: each line has a day of its own on which it is expected; that of the order is the earliest of what is awaited of it
 * ({@code db/checks/procurement_order_day_is_the_earliest.sql}), by which calendar, lists and home pages go. Who receives is told once for
 * each order and day that has passed.
 * <p>D10: the sheet goes to the address of the supplier by the house's mail server, in German, and is kept among the papers of the order; when it
 * was sent to whom stays when the letter is forgotten. Who sends it again says so.
 * <p>D11: an order names the award file by which it was placed, or the reference of a file that is kept elsewhere. What is placed without one
 * because a rule only warns, or because it was urgent, gets its file afterwards. Orders without one are looked at together over twelve months, by
 * supplier and by kind of goods: that is said, before the order and in its history, and refuses nothing.
 * <p>D13: a call-off from a framework contract that runs and is within its volume was awarded with the contract: its lines are left out of the net sum
 * that the limit of direct awards is compared with, as they are when orders are judged together.
 * <p>D14: what an order comes to is what was not cancelled of it, in the list, the page, the sheet and REST; what was ordered first stands beside it.
 * <p>D12: a request of one supplier can be approved and ordered in one step: it is both use cases in one transaction, and refuses what either refuses.
 * Lines are added as long as the sheet was not sent by the system; afterwards the supplier gets another order.
 */
@Module(name = "procurement.order", uses = {"procurement.request", "procurement.award", "funding.rule"},
        exposes = {"OrderAction", "OrderFlow", "OrderLines", "OrderList", "OrderMails", "OrderQueries", "OrderState", "Orders"},
        reads = {"Application", "Authority", "Budget", "Building", "CatalogueItem", "DeliveredDevice", "Delivery",
                "DeliveryLine", "Device", "DeviceModel", "FrameworkContract", "FundingPosition", "GoodsBack", "Invoice",
                "InvoiceDiscount", "InvoiceLine", "InvoicePart", "MailRow", "Programme", "Request", "RequestItem", "Room", "School",
                "Supplier"})
package de.schulpakt.procurement.order;

import de.schulpakt.platform.Module;
