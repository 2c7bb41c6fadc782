/**
 * Corrections of what a budget has spent, by a free amount that no paper of its own names: the rest that invoices, credit notes and
 * discounts cannot put right.
 *
 * <p>D1: two people always, whatever the amount: one proposes with a reason, another confirms or drops. Only what is confirmed is posted,
 * under the source {@code budget_correction}. Corrections of one person from before stay in the ledger under the source {@code correction}.
 * <p>D2: a correction is countered by a second posting the other way, again proposed by one and confirmed by another; a counter that is
 * dropped leaves it booked and may be proposed again.
 * <p>D3: a proposal holds no money. What does not fit any more is refused when it is confirmed, and said when it is proposed.
 * <p>D4: who proposed may drop that again; who confirms is kept apart from the proposal that is open, not from earlier ones.
 */
@Module(name = "funding.correction", uses = {"funding.ledger", "school.place"},
        exposes = {"BudgetCorrectionAction", "BudgetCorrectionFlow", "BudgetCorrectionList", "BudgetCorrectionQueries", "BudgetCorrectionState",
                "BudgetCorrections"},
        reads = "Authority")
package de.schulpakt.funding.correction;

import de.schulpakt.platform.Module;
