/**
 * Orders, deliveries and their invoices: approved lines become goods that are paid.
 *
 * <p>Words: an <em>order</em> calls approved lines off from one supplier, for the schools of one authority; a
 * <em>delivery</em> is what came with one delivery note and its invoice. Money: ordering commits, the invoice spends, what
 * does not come is released.
 *
 * <p>D1: a line is ordered once and as a whole ({@code request_item_ordered_once}); it may be delivered in parts. A line
 * whose rest was cancelled is not ordered again, the school asks anew: so every posting has exactly one cause.
 * <p>D2: one invoice belongs to one delivery, and its number exists once per supplier: the stop against funding twice.
 * <p>D3: locks are taken in the order: order, requests by id, number counters (inventory, tickets), budgets by id. Devices
 * are therefore registered before the first budget is touched.
 * <p>D4: a repeated delivery is recognised by order and delivery note, before the version is compared: who pressed twice or
 * sends again after a crash is told that it is booked, not that someone else has changed something.
 * <p>D5: accessories are counted, not inventoried: they have no serial and become no device, but their money is spent and
 * shown at the order line like any other.
 */
@Module(name = "procurement.order", uses = "procurement.request",
        exposes = {"OrderAction", "OrderFlow", "OrderList", "OrderQueries", "OrderState", "Orders"},
        reads = {"Application", "Authority", "Budget", "Building", "CatalogueItem", "Device", "DeviceModel",
                "FundingPosition", "Programme", "Request", "RequestItem", "Room", "School", "Supplier"})
package de.schulpakt.procurement.order;

import de.schulpakt.platform.Module;
