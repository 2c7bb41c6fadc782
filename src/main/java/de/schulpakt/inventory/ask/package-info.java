/**
 * Who has no account asks the school for a device: parents and pupils above all, from home, round the clock.
 *
 * <p>Words: an <em>invitation</em> is the address of a school at which devices are asked for, with a code; an <em>ask</em> (Leihanfrage) is what
 * somebody wants to borrow, from when to when.
 *
 * <p>D1: invitation and code are given to who is to ask, by letter or at a meeting. Without them nothing is shown, not even the school; a wrong
 * address and a wrong code are answered alike, and guesses are slowed down as at the door of the loans.
 * <p>D2: an ask books nothing. The school offers a device, which makes a booking, or refuses with a reason that the asker reads.
 * Is the booking cancelled, the ask is open again; is it kept again after all, it is promised again, unless the ask was answered otherwise meanwhile:
 * then the booking stays cancelled.
 * <p>D3: who asks gets an address and a code of their own, shown once; behind them stands only this one ask and its answer.
 * The form brings a key; address and code follow from it, so that who loads the page again sees the same ask and has not asked twice.
 * <p>D4: sixty asks an hour and five hundred open ones are taken in at one invitation; the rest is told to come back.
 * <p>D5: what is known of people is erased one school year after the one in which the ask was decided, or came and stayed open (rule R28 of the
 * field). One that stayed open is withdrawn then. The history names nobody.
 */
@Module(name = "inventory.ask", uses = {"identity.account", "inventory.booking", "inventory.door", "inventory.loan", "school.place"},
        exposes = {"AskList", "AskQueries", "AskState", "Asks"}, reads = {"Device", "DeviceModel", "LoanBooking", "PoolDevice", "School"})
package de.schulpakt.inventory.ask;

import de.schulpakt.platform.Module;
