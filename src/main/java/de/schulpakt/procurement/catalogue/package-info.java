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
 * <p>D4: an article belongs to the framework contract of its supplier whose number it names; which contract an order line has called off
 * is kept with the line ({@code order_line.contract_id}), so that what is used of the volume stays when the catalogue changes. Volume and
 * use are net, as contracts say them. What a contract that does not refuse exceeds is said in the order's history.
 * <p>D5: what an item costs from when to when are its offers ({@code offer_period}), which follow each other without overlap. The item itself
 * keeps the one that has begun last, so that lists need no other table; a job brings it there on its day, and requests and orders take the price of
 * the day even before. Who changes a price ends an offer and begins another; a later one can be entered ahead and taken back until its day. An offer
 * that ends within thirty days with none after it is told to who keeps the catalogue.
 * <p>Picture and data sheet of an article are papers of the kinds {@code PHOTO} and {@code DATA_SHEET}; the newest that was not replaced is shown.
 * <p>D6: whom to ask at a supplier is forgotten when nothing was ordered there for three whole years ({@code SupplierContacts}).
 */
@Module(name = "procurement.catalogue", uses = {"funding", "inventory", "paper"},
        exposes = {"Article", "Articles", "CallOffs", "Catalogue", "CatalogueList", "CatalogueQueries", "CatalogueSets", "ContractQueries", "Contracts"},
        reads = {"DeviceModel", "HistoryRow", "OrderLine", "PurchaseOrder", "School"})
package de.schulpakt.procurement.catalogue;

import de.schulpakt.platform.Module;
