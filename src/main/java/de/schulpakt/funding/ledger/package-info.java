/**
 * The ledger that cannot be overspent: budgets and their postings, and nothing else.
 *
 * <p>Words: a <em>budget</em> is the money of one approved position, or <em>own money</em> of an authority (a line of its
 * household); a <em>posting</em> moves money in it: allot, reserve
 * (Vormerkung), commit (Auftrag), spend (Anordnung), release, correct. Corrections by a free amount are agreed on above, by two people.
 *
 * <p>D1: all amounts are eligible expenditure: gross, own share included, in cents.
 * <p>D2: a posting is never changed. What ends a reservation or commitment is a new posting that names it
 * ({@code resolves_id}); a smaller one frees the rest; what is still to come after a part delivery is a new commitment.
 * <p>D3: four fences: the budget's row is locked ({@code PESSIMISTIC_WRITE}); {@code Budget} refuses; the CHECK
 * {@code budget_not_overspent} refuses; {@code posting_resolves_once} and {@code posting_source_once} stop double clicks and
 * retries. Optimistic versions alone let most of 400 rivals fail for nothing.
 * <p>D4: money methods are {@code MANDATORY}: money moves only inside the state change that causes it. A caller with
 * several budgets locks them first in id order ({@link de.schulpakt.funding.ledger.Budgets#lockInOrder}).
 * <p>D5: the free money of a budget is written {@code allotted - (reserved + committed + spent)} in JPQL: EclipseLink reads
 * {@code a - b - c} as {@code a - (b - c)}.
 * <p>D6: the ledger stands below applications, requests and orders: they call it, it calls none of them. To say in a sentence
 * which budget is meant it reads number, position and period of the application that opened it.
 * <p>D7: the source of a posting is a word and a number. What it is called says the room that made it, by a bean of {@link
 * de.schulpakt.funding.ledger.PostingSource}, and only to who sees such things in a list.
 * <p>D8: what several lines ask of one budget is refused as a whole ({@link de.schulpakt.funding.ledger.Budgets#lockFor}), so
 * that the sentence speaks of the request and not of its last line.
 * <p>D9: the approval period is asked at each step by the day that counts there: reserve and commit by today, spend by the day
 * on which the goods came; the invoice may come after the period.
 * <p>D10: what each day has bound of an application's money is kept beside the postings ({@code bound_by_day}), so that the radar
 * reads as many days however many postings there are; {@code db/checks} compares the two. Its row is locked after the budgets'
 * rows, which a use case locks in id order before it posts.
 * <p>D11: own money is a budget like any other to who pays from it, and no grant money: it has no programme, no school and no
 * category, so figures, lists and the radar of programmes do not see it; it has a list of its own. How long it may be used is a day
 * and no rule of the program: whoever carries it over says until which year, with the reason.
 * <p>What positions pay is eligible expenditure (D1), what own money pays beside it is charged to no programme: lines of requests, orders and invoices say
 * both in cents, the latter as it stands in the ledger after all corrections ({@code BudgetQueries.shares}).
 * <p>D12: what a decision grants to the authority beyond its positions is a budget too, and pays nothing: a transfer distributes it over
 * positions of the application and takes it back, as a pair of postings with the reason. So whoever pays always has a position.
 * <p>D13: the balances of an application and of a school in a category of a programme are kept beside the budgets
 * ({@code application_total}, {@code school_use}), in the transaction that posts, so that figures of all authorities read as many rows
 * as there are applications; {@code db/checks} compares them. Their rows are locked after those of the budgets, and
 * before anything is posted where a step moves several, in the order of their ids.
 */
@Module(name = "funding.ledger", uses = "funding.programme",
        exposes = {"BudgetAction", "BudgetKind", "BudgetList", "BudgetQueries", "Budgets", "OwnMoney", "OwnMoneyList", "PostingKind",
                "PostingSource", "SpendingSource"},
        reads = {"Application", "Authority", "FundingPosition", "Programme", "School"})
package de.schulpakt.funding.ledger;

import de.schulpakt.platform.Module;
