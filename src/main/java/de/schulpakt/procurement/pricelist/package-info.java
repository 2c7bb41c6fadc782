/**
 * Price lists of suppliers, read from a table: what they change in the catalogue is shown first and stored on request.
 *
 * <p>D1: a price list changes prices and terms of articles that the catalogue has; it adds none, because which category pays for an
 * article and whether a technician installs it stands in no price list.
 */
@Module(name = "procurement.pricelist", uses = {"exchange", "procurement.catalogue"}, reads = {"CatalogueItem", "DeviceModel"})
package de.schulpakt.procurement.pricelist;

import de.schulpakt.platform.Module;
