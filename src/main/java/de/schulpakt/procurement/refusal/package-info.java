/**
 * What is refused or broken at the door: pieces that a carrier brought and nobody took, and the papers of a delivery.
 *
 * <p>D1: it did not come: it is counted at its delivery with the reason ({@code goods_refused}), moves no money and is no device, and its order line stays open
 * for it. A delivery of which all was refused is kept with its note and no lines. What was taken and turns out to be broken goes back
 * ({@code procurement.receipt}).
 * <p>D2: it is noted with the receipt or afterwards; a mistake is put right with a reason, and stays to be read.
 */
@Module(name = "procurement.refusal", uses = {"procurement.order", "paper"}, exposes = {"Refusals", "RefusedKind", "RefusedQueries"},
        reads = {"CatalogueItem", "Delivery", "OrderLine", "PurchaseOrder", "School"})
package de.schulpakt.procurement.refusal;

import de.schulpakt.platform.Module;
