/**
 * How a wish of a school becomes goods that are paid: catalogue, request, order, delivery, invoice.
 *
 * <p>Words: a <em>catalogue item</em> is a device model offered by a supplier at a gross price; a <em>request</em>
 * (Bedarfsmeldung) is what a school asks for, line by line with the room it is for; an <em>order</em> calls approved lines
 * off from one supplier, for the schools of one authority; a <em>delivery</em> is what came with one delivery note and its
 * invoice. Money: approving reserves, ordering commits, the invoice spends, what does not come is released.
 *
 * <p>D1: a line keeps the price that stood in the catalogue when the line was written; a later change of the catalogue is
 * shown beside it but moves no money unless the person who orders says so ({@code PlaceOrder.currentPrices}).
 * <p>D2: a line is paid by one budget. Which one may differ from line to line ({@link de.schulpakt.procurement.PayingPlan}):
 * the money whose approval period ends first is used first, as long as the line fits wholly.
 * <p>D3: a line is ordered once and as a whole ({@code request_item_ordered_once}); it may be delivered in parts. A line
 * whose rest was cancelled is not ordered again, the school asks anew: so every posting has exactly one cause.
 * <p>D4: one invoice belongs to one delivery, and its number exists once per supplier: the stop against funding twice.
 * <p>D5: locks are taken in the order: order, requests by id, number counters (inventory, tickets), budgets by id. Devices
 * are therefore registered before the first budget is touched.
 * <p>D6: a repeated delivery is recognised by order and delivery note, before the version is compared: who pressed twice or
 * sends again after a crash is told that it is booked, not that someone else has changed something.
 * <p>D7: accessories are counted, not inventoried: they have no serial and become no device, but their money is spent and
 * shown at the order line like any other.
 * <p>D8: the states CANCELLED and the action CANCEL of a request free money that was reserved and is not needed any more;
 * without them an approved wish that nobody orders would hold its money for ever.
 */
@Module(name = "procurement", uses = {"funding", "inventory"},
        reads = {"Application", "Authority", "Budget", "Building", "Device", "DeviceModel", "FundingPosition",
                "Programme", "Room", "School"})
package de.schulpakt.procurement;

import de.schulpakt.platform.Module;
