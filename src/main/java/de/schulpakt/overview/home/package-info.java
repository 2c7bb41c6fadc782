/**
 * What waits for each role: the home pages, the numbers beside the entries of the rail, and the parts of a school's page that
 * other rooms know about. It owns no table and changes nothing.
 *
 * <p>D1: the home page of each role is a fixed number of statements, whatever waits; {@code statement-budgets.properties}
 * holds it. Counts of the rail are one statement.
 * <p>D2: what a request lacks is planned line by line by the same plan as its approval, so that the chip and the refusal agree.
 */
@Module(name = "overview.home", uses = {"funding.deadline", "notice", "overview.money", "overview.readiness"},
        reads = {"AppUser", "Application", "Budget", "Building", "CatalogueItem", "Device", "DeviceModel",
                "FundingPosition", "ImportJob", "OrderLine", "Programme", "PurchaseOrder", "Request", "RequestItem",
                "Room", "School", "Supplier", "Ticket", "Visit"})
package de.schulpakt.overview.home;

import de.schulpakt.platform.Module;
