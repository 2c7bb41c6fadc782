/**
 * Payments: lists of approved invoices for the treasury, as a file that it reads, and the days of payment that come back from it.
 *
 * <p>Words: a <em>payment list</em> is what one authority transfers on one day; an <em>item</em> is one invoice in it, less the cash discount that its
 * terms allow on that day. Money: drawing a list up moves none. What was paid is said of each invoice by its own step, which takes the discount.
 *
 * <p>D1: an invoice is in one open list only ({@code payment_item_open_once}), and is not cancelled while it is: the treasury may pay it
 * any moment. Who withdraws the list, or is told by the bank that a payment came back, may list it again.
 * <p>D2: who draws a list up does not release it. There is no file before the release, and the file is the same each time: a bank that is sent
 * it twice sees that by its number.
 * <p>D3: accounts are those that were confirmed ({@code procurement.bank}) when the list was drawn up; if a supplier's has changed since, the list
 * is not released.
 * <p>D4: a transfer is above zero. A credit note in a list is set off against the invoices of the same supplier in it: its item is below zero, all items of
 * that supplier are one transfer, and the list shows each of them. Where credit notes come to as much as the invoices or more nothing can be transferred:
 * they wait, which the page says. Who gets the money back otherwise enters the day at the credit note.
 * What is one transfer is taken back as one, also what of it nobody had entered as paid; and what was taken back by hand and is entered as paid again
 * is so with all of its transfer that no other list pays by now.
 * <p>D5: the file is pain.001.001.09 with the elements that German banks ask for (SEPA credit transfer), written by hand with StAX: it has some
 * thirty elements, and the libraries for all of ISO 20022 weigh tens of megabytes. A test holds it against the published schema. The table is
 * what the finance system of the authority asks for: columns, separator and notations are data of the authority.
 * <p>D6: what comes back is matched by the reference of the item, else by number of the invoice and amount. A line that fits none, or none alone,
 * or another amount than was listed or is payable, is named and books nothing.
 * <p>D8: a statement of the bank (camt.053) or its notice of debits (camt.054) becomes a table of what left the account under a reference of ours,
 * and is read and checked as such; all else that an account did is none of our business and is not kept. A batch without parts pays its list if the sums are
 * the same. What the bank returns makes its invoice open again, with the reason that it gives, and whoever pays is told; where the same file says that
 * it was paid, both are booked. A return before anybody has said that it was paid is named and books nothing.
 * <p>D7: what a file says is paid, and what it says came back, is booked at once for all its lines, so that locks follow the documented order in one round:
 * invoices by id, orders, budgets, then payment lists by id. An amount that could be read in two ways is named and not guessed.
 */
@Module(name = "procurement.payment", uses = {"procurement.bank", "procurement.invoice", "exchange"},
        exposes = {"PaymentAction", "PaymentColumn", "PaymentFiles", "PaymentFlow", "PaymentList", "PaymentQueries", "PaymentSettings", "PaymentState", "Payments"},
        reads = {"Authority", "Invoice", "Supplier", "SupplierAccount"})
package de.schulpakt.procurement.payment;

import de.schulpakt.platform.Module;
