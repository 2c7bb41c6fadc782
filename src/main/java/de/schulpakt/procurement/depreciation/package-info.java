/**
 * Depreciation for the ledger of an authority: what devices lose in value in a year, and the special item (Sonderposten) that is released beside it, go
 * there as a file.
 *
 * <p>Words: a <em>run</em> books the statement ({@code inventory.value}) of one year, a <em>line</em> is a device in it, an <em>entry</em> what is booked for
 * the devices of a class at a school, a <em>counter-run</em> takes a run back. Money: a run moves none.
 *
 * <p>D1: figures are those of a statement, which never changes. The year before must be booked, and only the newest year is taken back: what one year leaves,
 * the next one begins with. The first run of an authority takes over what was written off before it.
 * <p>D2: what years that are booked should have held is booked in the next one as a correction: a device whose loss or end became known late, another
 * price or useful life, a device that is there again. So closed years stay as they are, and each run ends with the values of its statement.
 * <p>D3: additions are shown and not booked: they went to the ledger with their invoice, the grant with its receipt.
 * <p>D4: accounts belong to kinds of models, for these have the useful life; those of {@code procurement.finance} belong to expenditure by programme and
 * category, and know no kind. Cost centres and the format of the file are taken from there: there is one map of them. An entry is two lines of the file, debit
 * and credit, whose amounts add up to nothing.
 * <p>D5: files are kept as they were sent, with their checksum. A counter-run has a number and a file of its own, in the format of the day on which it was
 * made and posted on the day of the file that it takes back: the year that is booked again stands in the ledger once.
 * <p>D6: a year may be booked before it is over; the page says so, and what happens until its end is corrected in the next one.
 * <p>D7: locks are taken in the order: setting of the authority, run, counter of numbers.
 */
@Module(name = "procurement.depreciation", uses = {"procurement.finance", "inventory.device", "inventory.value", "school.place"},
        exposes = {"AssetAccounts", "AssetBookingAction", "AssetBookingFlow", "AssetBookingLineList", "AssetBookingList", "AssetBookingQueries", "AssetBookings",
                "AssetBookingState", "AssetMovement"},
        reads = {"AssetLine", "AssetRun", "Authority", "Device", "DeviceModel", "School"})
package de.schulpakt.procurement.depreciation;

import de.schulpakt.platform.Module;
