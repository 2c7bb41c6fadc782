/**
 * Price lists of suppliers, read from a table: what they change in the catalogue is shown first and stored on request.
 *
 * <p>D1: a price list changes prices and terms of articles that the catalogue has; it adds none, because which category pays for an
 * article and whether a technician installs it stands in no price list.
 * <p>D2: a price from a later day on is an offer that begins then ({@code procurement.catalogue}); one without end before it ends the day before. A list may
 * name an article once for each day. What would overlap with an offer that is there is named and changes nothing.
 */
@Module(name = "procurement.pricelist", uses = {"exchange", "procurement.catalogue"}, reads = {"CatalogueItem", "DeviceModel", "OfferPeriod"})
package de.schulpakt.procurement.pricelist;

import de.schulpakt.platform.Module;
