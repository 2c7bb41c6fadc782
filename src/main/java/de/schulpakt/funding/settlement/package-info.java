/**
 * Grant money that comes: drawn from what was spent, or by the plan of the programme, asked for, received, corrected and repaid.
 *
 * <p>Words: a <em>drawdown</em> (Mittelabruf) asks for grant money of one application; its <em>lines</em> are expenditures of the
 * ledger, or parts of the plan by budget.
 *
 * <p>D1: a drawdown rests on postings (spend, correct), not on papers: it is right whatever comes first, goods or invoice. What was
 * bought with a posting says the room that spent it ({@link de.schulpakt.funding.ledger.SpendingSource}).
 * <p>D2: grants of lines are differences of the rounded grant of the sum: together they are never more than the grant share of what
 * was spent, to the cent, and each cent has its posting.
 * <p>D3: an expenditure is drawn once ({@code drawdown_posting_once}); cancelling and repaying in full free it. The application's
 * row is locked while a drawdown is made.
 * <p>D4: without a rule on the payout money is drawn for what was spent, and the drawdown says so. Only a verified rule refuses.
 * <p>D5: the budgets are not touched: what is drawn is a fact beside the ledger, as what is paid.
 * <p>D6: interest is reckoned by first in, first out: what was spent first uses what came first; days are counted from the day after
 * the last one on which the money was to be spent, a year has 365 of them, each part is rounded half up.
 * <p>D7: what the granting body claims back after it has checked the proof goes out of what was received, the newest first, and
 * frees no expenditure ({@link de.schulpakt.funding.settlement.Reclaims}); who gives back of its own accord may draw it again. Where both
 * happened to one drawdown, its expenditure is free and what was claimed back counts as drawn.
 * <p>D9: each expenditure is asked when it is drawn: the basis (approved or paid invoices), the days before an invoice is due, the network before
 * mobile devices (R10), their bound (R11). What a confirmed rule forbids is not proposed, and refused if somebody takes it along; what is only too
 * early by a rule that nobody has confirmed is not proposed, and may be taken along; any other such rule warns. What was said stays with the line.
 * An invoice without a day on which it is due is due at once (BGB § 271).
 * <p>D12: the network is asked of each device by its room where that is known, else by its school (domain.md 11.4); before there are devices, by the
 * school of the position. A part of a plan has no expenditures: what its position has bought so far is asked instead (R10, days before an invoice
 * is due), and for the bound the expenditure that its grant stands for. A confirmed rule holds the part back, which comes with a later drawdown and
 * meanwhile to nobody else; another warns, and the warning stays with the part.
 * <p>D14: where a lump sum stands for a piece (LUMP_SUM_CENTS), what was spent for the pieces of one line of an order on one invoice, its cash
 * discount taken off, is held to it; what is above is put right by letting own money pay it.
 * <p>D13: the bound of mobile devices is one of all applications of a programme: while one is drawn, all of its authority in that programme are locked.
 * <p>D10: what was taken back (credit note, discount, correction) goes along in any case, unless the line of the order that it belongs to stays
 * behind: together the lines are never more than was spent.
 * <p>D11: the form of a drawdown (PDF/A) and its table (XLSX, CSV) say what the page says: receipts, discounts, own share and grant, line by line; files
 * are attached at the drawdown, and kept as long as the receipts of its grant.
 * <p>D12: between drawing up and sending something may be taken back of an expenditure (a credit note, a discount at payment). At sending each line is
 * compared with what it comes to today, and less than that is refused with the line named: the drawdown is computed anew, by a button, and looked at
 * again. More than it asks for is no reason: what is left is drawn later.
 * <p>D8: what waits for the checked proof is due as soon as the proof of all is accepted here ({@code funding.proof}).
 */
@Module(name = "funding.settlement", uses = {"funding.application", "paper.print"},
        exposes = {"Bought", "DrawdownAction", "DrawdownFlow", "DrawdownList", "DrawdownQueries", "DrawdownState", "DrawdownTable", "Drawdowns", "Reclaims"},
        reads = {"Annex", "Application", "Authority", "Budget", "Building", "Device", "DeviceModel",
                "FundingPosition", "HistoryRow", "NetworkUnit", "Placement", "Posting", "Proof", "RecoveryPart", "Room", "School"})
package de.schulpakt.funding.settlement;

import de.schulpakt.platform.Module;
