/**
 * What the finance system has booked, and where it differs from what was sent there ({@code procurement.finance}).
 *
 * <p>Words: a <em>booking</em> is a line of the finance system's own file; a <em>difference</em> is a line that was sent and not booked, one that was
 * booked and not sent, or one whose amounts differ. Money: a difference moves none. What is wrong here is put right at the invoice, what is wrong there,
 * there.
 *
 * <p>D1: a booking is matched by the reference of the line that was sent, which its own column or its text names. Amount and day match nothing: two
 * invoices of a day and an amount are no rarity. Several bookings of one reference count together.
 * <p>D2: what was sent after the last file came is not missed there yet.
 * <p>D3: differences are found anew with each file and each run. One that is no longer there is settled; one whose amounts have changed is settled and
 * another is open, so that a reason stands only beside the figures for which it was given.
 * <p>D4: of the file number, line, day, account and amount are kept. Its text may name people: it is looked through for the reference and not kept.
 * <p>D5: documents are numbered anew each household year: number, line and year of the booking say which it is. One that comes again with other values replaces what was known of it. What a later file does not name stays: files hold a time.
 * <p>D6: a booking that should not have been read is taken back with a reason and brought back with another; it stays with its figures and counts for
 * no difference. A later file that names it with other values makes it count again.
 * <p>D7: lines of depreciation ({@code procurement.depreciation}) and of its counter-runs are matched by their references, too, once anything of their file
 * has come back: a file of the finance system may hold expenditure only, and nothing of such a run is missed then.
 */
@Module(name = "procurement.difference", uses = {"procurement.depreciation", "procurement.finance", "exchange"},
        exposes = {"BookingAction", "DifferenceAction", "DifferenceFlow", "DifferenceKind", "DifferenceList", "DifferenceQueries", "DifferenceState", "Differences"},
        reads = {"Authority", "FinanceLine", "FinanceRun"})
package de.schulpakt.procurement.difference;

import de.schulpakt.platform.Module;
