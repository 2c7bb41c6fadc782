/**
 * Loans of devices to pupils, teachers and classes: handed out, due, back.
 *
 * <p>Words: a <em>loan</em> (Ausleihe) is the time in which one device is with one borrower; it is <em>overdue</em> after the day on
 * which it is due.
 *
 * <p>D1: as little as possible is known of people: name, class, how to reach them, who signs for a minor. Only the school sees it. Three
 * years after the end of the year in which a loan ended (§§ 195, 199 BGB: until then damages can be claimed) a job erases it; the loan
 * and the device's history stay, and that history never had a name.
 * <p>D2: a device is with one borrower at a time: the device says so, and {@code loan_device_once} holds it against two at once.
 * <p>D3: a device keeps its room while it is lent: it comes back there.
 * <p>D4: for a minor somebody signs, so the name is asked for. Whether an unsigned contract forbids a loan has nobody verified: it is
 * recorded and warns (rule R23 of the field).
 * <p>D5: what goes out or comes back at one moment stands on one sheet; of what goes out it is the contract. A sheet is signed like any paper of
 * the house, but the history does not say by whom, and it is not kept as a file: it is made anew while the people are known.
 * <p>D6: takes the place of the time in D1: what is known of people is erased one school year after the one in which the loan ended (school
 * years end with July; rule R28 of the field), unless money is still claimed. Signatures and files of a sheet go when all its loans are erased.
 * <p>D7: an ended loan goes on if it was ended by mistake, a lost device may be found, what is known of a person may be put right: each with
 * a reason, which stands at the loan and not in the history, as it may name somebody.
 * <p>D8: only for a pupil somebody signs; for a teacher or a class a guardian is refused, so that nothing is known of anybody who has no part in it.
 * <p>D9: a list of pupils is as many hand-outs as it has lines, each in a transaction of its own: a loan that went out stays, and a line that failed has left nothing.
 * <p>D10: in which condition a device came back stands at the device, with its history, and only ever gets worse that way: that it was repaired somebody says
 * at the device. What is known to be damaged goes out as damaged or not at all.
 */
@Module(name = "inventory.loan", uses = {"inventory.device", "inventory.terms", "paper", "paper.print", "school.place"},
        exposes = {"BorrowerSheets", "KeptPeople", "LoanList", "LoanQueries", "LoanState", "Loans", "ManyLoans", "SheetQueries", "Turns"},
        reads = {"Authority", "Device", "DeviceModel", "LoanClaim", "LoanTerms", "School", "Signature"})
package de.schulpakt.inventory.loan;

import de.schulpakt.platform.Module;
