/**
 * What the money knows of devices that were not ordered here: positions of awards that may have paid for them, and how these bind.
 *
 * <p>D1: a position is offered once its award was decided, whatever has become of it since: what is tied to it costs nothing more here.
 * <p>D2: a device is bound by the rules that held on the day on which it was bought, as an ordered one is by those of its delivery. Where the programme
 * had no complete rule on that day, for its rules were recorded later, those of today are taken.
 * <p>D3: which kinds of models a category pays for is read from the catalogue, and beside it from what the categories are called; it narrows proposals
 * down and refuses nothing.
 * <p>D4: suppliers and prices of a position are those of its plan, of its orders, and of old stock that somebody has tied to it.
 */
@Module(name = "procurement.oldstock", uses = {"funding.ledger", "funding.programme", "inventory.award", "inventory.device"}, exposes = {},
        reads = {"Application", "Budget", "CatalogueItem", "Device", "DeviceModel", "DevicePayer", "FundingPosition", "OrderLine", "OrderPayer", "Programme",
                "PurchaseOrder", "School", "Supplier"})
package de.schulpakt.procurement.oldstock;

import de.schulpakt.platform.Module;
