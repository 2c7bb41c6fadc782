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
 */
@Module(name = "inventory.loan", uses = {"inventory.device", "school.place"}, exposes = {"LoanList", "LoanQueries", "LoanState", "Loans"},
        reads = {"Device", "DeviceModel", "School"})
package de.schulpakt.inventory.loan;

import de.schulpakt.platform.Module;
