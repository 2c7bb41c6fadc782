/**
 * What is known across all modules, and only that: the home page of each role, the use of money from the ceiling down to
 * the serial number and the ticket, how ready each room is, and the search. It owns no table and changes nothing.
 *
 * <p>Words: the <em>frame</em> (Rahmen) is the ceiling of a programme plus the own share it demands, because every other
 * amount is gross with own share; a <em>cause</em> is the request line, order line or delivery line that a posting names
 * as its source; a <em>trace</em> is one device's way from the ceiling to its room and its ticket; the <em>obstacle</em>
 * of a room is what has to happen next before a lesson can be held with all that was asked for it.
 *
 * <p>D1: reads go from JPQL over the entities of all modules straight into records of this one; nobody else uses this
 * module, so a page that needs a new question changes nothing elsewhere.
 * <p>D2: the home page of each role is a fixed number of statements, whatever waits; {@code statement-budgets.properties}
 * holds it. Counts of the rail are one statement.
 * <p>D3: every figure is a link to the rows behind it, and those rows add up to it: the same conditions make both
 * ({@link de.schulpakt.overview.Balance}).
 * <p>D4: the source of a posting ({@code request_item:7}, {@code order_line:7}, {@code delivery_line:7}) is resolved in
 * bulk for a page of postings, one statement per kind of source.
 * <p>D5: an outer join refers to the first entity of its query or to another outer join. EclipseLink writes inner joins
 * with ON as a comma list, which an outer join cannot see: the statement would fail.
 */
@Module(name = "overview", uses = {"procurement", "install"},
        reads = {"Annex", "AppUser", "Application", "Authority", "Budget", "Building", "CatalogueItem",
                "DeliveredDevice", "Delivery", "DeliveryLine", "Device", "DeviceModel", "FundingPosition",
                "HistoryRow", "ImportJob", "Invoice", "Measurement", "OrderLine", "Placement", "Posting",
                "Programme", "ProgrammeCeiling", "PurchaseOrder", "Request", "RequestItem", "Room", "School",
                "Supplier", "Ticket", "Visit"})
package de.schulpakt.overview;

import de.schulpakt.platform.Module;
