/**
 * The door for people without an account who have borrowed something, parents above all: they read and sign the contract, say that something is
 * broken or lost, and ask for the return, round the clock.
 *
 * <p>Words: a <em>link</em> is the personal address for one sheet of a loan, a <em>code</em> opens it, a <em>reply</em> is what somebody has written.
 *
 * <p>D1: link and code go separate ways: who gets a link that was passed on sees nothing without the code, not even whose it is. A wrong link and a
 * wrong code are answered alike. The secret has 256 bits; of both only a hash is kept, that of the code with the secret in it.
 * <p>D2: guesses are slowed down by address and by link as those at signing in are; after 30 wrong codes a link ends, and the school makes another.
 * <p>D3: a link ends after a year at the latest, when the people of its sheet are erased, and when the school ends it or makes another one.
 * <p>D4: what somebody writes is a reply for the school, which decides: nothing is booked by it. Ten a day and link are taken in. A
 * photo is kept at the sheet like its other papers: sniffed, limited in size, scanned, without its place, and erased with the loan that it shows.
 * <p>D5: who signs here signs the same words as at school, by name or with a finger; the history says that it was done, and not by whom.
 * <p>D6: a letter that reminds goes where a mail address is known and the authority has said so, once for each day on which something is due and then every so many days. It
 * names school, model and day, and nobody. The link in it is as strong as another one, and its code does not stand in it: the school tells it. Where somebody has made a
 * link already, that stays, and the letter has none.
 * <p>D7: the page has no session. Each form brings a key of its own, and what is sent again under it, as by loading the page again, is stored once.
 */
@Module(name = "inventory.door", uses = {"identity.account", "inventory.loan", "paper", "paper.print"}, exposes = {"DoorCode", "DoorKey", "DoorQueries", "Doors"},
        reads = {"Device", "DeviceModel", "Loan", "LoanReminding", "LoanSheet", "LoanSheetItem", "School"})
package de.schulpakt.inventory.door;

import de.schulpakt.platform.Module;
