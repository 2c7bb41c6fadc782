/**
 * Reads electronic invoices: XRechnung in both of its forms (UBL and CII), and the XML that a ZUGFeRD or Factur-X PDF carries.
 * It knows no order and no money of ours: what it reads, {@code procurement.invoice} matches.
 *
 * <p>Words: the terms of EN 16931 are named by their numbers, e.g. BT-13 for the number of the order.
 *
 * <p>D1: the XML is read by the parser of the JDK, without document types, without external entities and without XInclude, and only
 * up to a size; elements are found by their local names. Mustang was looked at: its importer computes the totals anew and refuses
 * what its own arithmetic does not confirm, and it brings a transformer and a renderer that nothing here needs.
 * <p>D2: amounts are taken as they are printed, to the cent; one with more decimals is refused and not rounded. Lines of the extension
 * that divide a line further are left out: the line above them holds their sum.
 * <p>D3: every refusal says what is missing or wrong, under the number of the term.
 */
@Module(name = "procurement.einvoice", uses = "platform", exposes = {"EInvoice", "EInvoices"})
package de.schulpakt.procurement.einvoice;

import de.schulpakt.platform.Module;
