/**
 * The catalogue: suppliers and what they offer, at which gross price, until when, and which funding category can pay for it.
 * It is the same for all schools.
 *
 * <p>Words: a <em>catalogue item</em> is a device model offered by a supplier; an {@code Article} is what the other rooms
 * need to know of it.
 *
 * <p>D1: model and supplier of an item never change, because orders point at them; price, contract and term do, and the
 * history keeps the old price beside the new one. Requests and orders keep the price of their own day.
 * <p>D2: a service is an article whose model is of kind SERVICE: it goes through request, order, receipt and invoice as all others, is
 * counted and never becomes a device ({@code db/checks/inventory_no_device_of_a_service.sql}).
 * <p>D3: a set names articles of one supplier and has no price of its own.
 */
@Module(name = "procurement.catalogue", uses = {"funding", "inventory"},
        exposes = {"Article", "Articles", "Catalogue", "CatalogueList", "CatalogueQueries", "CatalogueSets"},
        reads = "DeviceModel")
package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.Module;
