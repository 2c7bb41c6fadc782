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
 */
@Module(name = "procurement.order", uses = "procurement.request",
        exposes = {"OrderAction", "OrderFlow", "OrderLines", "OrderList", "OrderQueries", "OrderState", "Orders"},
        reads = {"Application", "Authority", "Budget", "Building", "CatalogueItem", "DeliveredDevice", "Delivery",
                "DeliveryLine", "Device", "DeviceModel", "FundingPosition", "GoodsBack", "Invoice",
                "InvoiceDiscount", "InvoicePart", "Programme", "Request", "RequestItem", "Room", "School", "Supplier"})
package de.schulpakt.procurement.order;

import de.schulpakt.platform.Module;
