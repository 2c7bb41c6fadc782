/**
 * What work takes: material from the stores of the technicians, and time.
 *
 * <p>Words: a <em>store</em> (Lager) is a van or a store-room of an authority; a <em>lot</em> is what came into it at once, at one cost; what a ticket
 * <em>uses</em> leaves the lots of an article.
 *
 * <p>D1: an article is its name and unit as they were typed at the receipt; there is no catalogue of small parts.
 * <p>D2: material was paid when it was bought. Using it moves no money: it says for which position or own money, to the cent, the material of a ticket was
 * bought. Who receives deliveries names the payer of a lot, with a reason if it is another one than before.
 * <p>D3: of the lots of an article those go first that a position of the ticket's school has paid, then own money and what nobody has named, then positions of
 * other schools; among them the oldest. No verified rule says that material of another school's position must not be used: it is shown and told in the history.
 * <p>D4: what was used, counted or typed is put right by a counter-step with a reason; nothing is deleted.
 * <p>D5: time is minutes on a day at a ticket and names no person: it tells what work costs and not what somebody does all day. That somebody typed it stands in the
 * history of the ticket, as everything does. Schools see neither time nor cost.
 * <p>D6: whoever works tickets of a school can add to one that another technician has, and after its end, but not to a cancelled one.
 * <p>D7: a ticket is locked before a store, and of two stores the one with the lower id first.
 * <p>D8: what somebody of the school signs on the phone are the words that the phone shows, since the protocol is made only when the steps before it have arrived. The
 * signature stands under the protocol and says that it is for these words.
 * <p>D9: what came for a line of an order ({@code procurement.receipt}) is a lot with the cost and the payer of the line; it is put right at the order.
 */
@Module(name = "install.effort", uses = {"funding.ledger", "install.ticket", "paper.print", "school.place"},
        exposes = {"Effort", "EffortQueries", "StoreAction", "StoreList", "Stores", "UseList"},
        reads = {"Authority", "Budget", "Programme", "School", "Ticket"})
package de.schulpakt.install.effort;

import de.schulpakt.platform.Module;
