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
 * <p>D8: what waits for the checked proof is due as soon as the proof of all is accepted here ({@code funding.proof}).
 */
@Module(name = "funding.settlement", uses = "funding.application",
        exposes = {"Bought", "DrawdownAction", "DrawdownFlow", "DrawdownList", "DrawdownQueries", "DrawdownState", "Drawdowns", "Reclaims"},
        reads = {"Annex", "Application", "Authority", "Budget", "Building", "Device", "DeviceModel",
                "FundingPosition", "HistoryRow", "Placement", "Posting", "Proof", "RecoveryPart", "Room", "School"})
package de.schulpakt.funding.settlement;

import de.schulpakt.platform.Module;
