/**
 * The use of money from the ceiling down to the serial number and the ticket: figures, the rows behind them, and one device's
 * euro. It owns no table and changes nothing.
 *
 * <p>Words: the <em>frame</em> (Rahmen) is the ceiling of a programme plus the own share it demands, because every other
 * amount is gross with own share; a <em>cause</em> is the request line, order line or delivery line that a posting names
 * as its source; a <em>trace</em> is one device's way from the ceiling to its room and its ticket.
 *
 * <p>D1: reads go from JPQL over the entities of all rooms straight into records of this one; nobody below uses this
 * room, so a page that needs a new question changes nothing elsewhere.
 * <p>D2: every figure is a link to the rows behind it, and those rows add up to it: the same conditions make both
 * ({@link de.schulpakt.overview.money.Balance}).
 * <p>D3: the source of a posting ({@code request_item:7}, {@code order_line:7}, {@code delivery_line:7}) is resolved in
 * bulk for a page of postings, one statement per kind of source.
 * <p>D4: an outer join refers to the first entity of its query or to another outer join. EclipseLink writes inner joins
 * with ON as a comma list, which an outer join cannot see: the statement would fail.
 * <p>D5: each part of a trace and of a cause is shown to who sees such things in a list of their own; the rest is null.
 * <p>D6: the expiry radar promises nothing. The pace is what the last 90 days bound on balance, releases counted against it;
 * what is reserved or ordered is named beside it, because it is not spent.
 * <p>D7: where money could move is proposed and never done: what a request of the school itself asks for stays, who is short of most
 * comes first, money of the same category before that of another. The usual time of delivery is the median of what came.
 * <p>D8: what a decision with less would break is reckoned from the rows and never stored: what is only reserved gives way before what is ordered,
 * and of both the newest first; what is bound is shown before what is only asked for.
 */
@Module(name = "overview.money", uses = {"procurement", "install"},
        exposes = {"Balance", "PostingList", "RadarQueries", "SpendableQueries", "TraceQueries", "TraceView", "UsageList", "UsageQueries", "WhatIfQueries"},
        reads = {"Annex", "Application", "ApplicationTotal", "BoundByDay", "Budget", "CatalogueItem",
                "DeliveredDevice", "Delivery", "DeliveryLine", "Device", "DeviceModel", "Drawdown", "DrawdownLine",
                "FundingPosition", "GoodsBack", "HistoryRow", "Invoice", "InvoiceDiscount", "InvoicePart",
                "InvoicedDevice", "Measurement", "OrderChange", "OrderLine", "OrderPayer", "Placement", "Posting",
                "Programme", "ProgrammeCeiling", "PurchaseOrder", "Request", "RequestItem", "RequestPayer", "Room",
                "School", "SchoolUse", "Supplier", "Ticket"})
package de.schulpakt.overview.money;

import de.schulpakt.platform.Module;
