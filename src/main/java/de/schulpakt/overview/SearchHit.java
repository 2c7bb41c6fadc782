package de.schulpakt.overview;

/**
 * Something that the search has found.
 *
 * @param kind  entity name of the subject: School, Request, Application, PurchaseOrder, Ticket, Device, DeviceModel
 * @param no    number by which people know it
 * @param title what it is
 * @param where school or place, may be null
 * @param exact true if what was typed is this number or name
 */
public record SearchHit(String kind, Long id, String no, String title, String where, Boolean exact) {
}
