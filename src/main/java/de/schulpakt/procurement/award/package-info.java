/**
 * Award files: what a purchase was estimated at, by which procedure somebody was found to buy from, who was asked and has offered what, who was
 * chosen and why, and who has decided.
 *
 * <p>Words: an <em>award file</em> is the record of one award (Vergabeakte), of an order or of what is planned; a <em>bid</em> is a company that
 * was asked, with its answer. Amounts are net, as thresholds are. Money: an award file moves none.
 *
 * <p>D1: thresholds, the number of companies to ask and the amount from which a second person decides are rules of the programme that pays, with
 * their source: the day on which the procedure began decides which hold. A verified rule refuses, another is said in the history. Where own money
 * alone pays there is no such rule, and that is said.
 * <p>D2: the rules are asked when somebody is proposed, not before: until then a file may be as incomplete as the work is.
 * <p>D3: whoever was asked stays in the file; an offer that does not count says why. Companies need not be in the catalogue, but only from one that
 * is can be ordered: the one that is chosen is named there before it is proposed.
 * <p>D4: what is called off a framework contract was awarded with it: the file names contract and call-off, and nobody else is asked.
 * <p>D5: files of twelve months for the same kind of goods, each within the limit of its procedure and together above it, are said and refuse
 * nothing, because only people know whether they belong together. Orders without a file are looked at by {@code procurement.order}.
 * <p>D6: a file is withdrawn with a reason, decided or not, but not while an order names it: the order is cancelled or given another file first.
 * <p>D7: an order names a file of a programme that pays it, for its kind of goods; where own money alone pays, any file. What is ordered beyond the
 * decided amount may be no more than a verified rule lets be ordered without an award.
 * <p>Companies are asked for their offer by mail ({@code AwardInvites}), each in a letter of its own that names nobody else and no estimate, with files of the
 * award file and the last day for offers. Who was asked, when, where and by whom is kept; who was asked before is asked again only if somebody says so. An
 * offer that comes after that day is said in the history and refused by nobody. Without a mail server there is the text to copy.
 */
@Module(name = "procurement.award", uses = "procurement.catalogue",
        exposes = {"AwardAction", "AwardDoor", "AwardFlow", "AwardInvites", "AwardKind", "AwardList", "AwardQueries", "AwardState", "Awards", "BidState"},
        reads = {"Authority", "FrameworkContract", "MailRow", "OrderLine", "Programme", "PurchaseOrder", "Supplier"})
package de.schulpakt.procurement.award;

import de.schulpakt.platform.Module;
