/**
 * Invoices: what suppliers ask for, as it is printed, and what of it is spent on which line of an order.
 *
 * <p>Words: an invoice has <em>lines</em> (goods, freight, discount, other) and the tax of each rate; a <em>part</em> is what it
 * spends on one line of an order; a <em>difference</em> is what does not fit order and receipt. Money: capturing and checking
 * move none, approving spends, cancelling takes back.
 *
 * <p>D1: amounts are taken as they are printed. What lines pay is the payable amount, apportioned to the cent (largest remainder):
 * per rate over the goods of that rate, and what belongs to no goods over all.
 * <p>D2: an invoice can be captured before its goods and beyond its budget; it is approved when the goods have come and the money is
 * there. A difference is shown and must be explained by who checks; who approves is somebody else.
 * <p>D3: the number of a supplier's invoice exists once a year ({@code invoice_no_once}): the stop against funding twice. One that
 * was cancelled may come again.
 * <p>D4: an approved invoice is never changed. Cancelling it writes counter-postings with a reason, and the goods wait for another
 * invoice; a credit note is an invoice of its own whose amounts are printed above zero and taken back. It pays no pieces.
 * <p>D5: goods that come with their invoice are booked in one step, at the prices per piece, by who receives; a price that differs
 * asks for a second person there.
 * <p>D6: the approval period is asked by the day of supply: that of the line, else of the invoice, else of the receipts.
 * <p>D7: rates of tax are rows with their first day and their source; a rate that does not fit the day of supply is a difference.
 * <p>D9: an electronic invoice is matched by the number of the order, else by the only order of its seller that waits for its
 * amount; lines by the line of the order, the number of the article, its name, pieces and price. What fits nothing waits for somebody
 * who assigns it. Its original is kept as a file at the invoice.
 * <p>D8: locks are taken in the order: invoice, orders by id, requests by id, number counters (inventory, tickets), budgets by id.
 * <p>D10: a cash discount that was taken is no change of the invoice: it lowers what was spent when it is paid (rule R33 of the field), and is
 * spent again if the payment is taken back. It flows back to who paid, in proportion to what the part of the invoice has spent of each.
 */
@Module(name = "procurement.invoice", uses = {"procurement.einvoice", "procurement.receipt", "funding.rule"},
        exposes = {"InvoiceAction", "InvoiceFlow", "InvoiceKind", "InvoiceList", "InvoiceQueries", "InvoiceState", "Invoices", "LineKind", "Reading"},
        reads = {"Authority", "Budget", "CatalogueItem", "DeliveredDevice", "Delivery", "DeliveryLine", "Device",
                "DeviceModel", "GoodsBack", "OrderLine", "OrderPayer", "Paper", "PurchaseOrder", "School", "Supplier"})
package de.schulpakt.procurement.invoice;

import de.schulpakt.platform.Module;
