package de.schulpakt.inventory.loan;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.inventory.loan.LoanAction.CORRECT;
import static de.schulpakt.inventory.loan.LoanAction.EXTEND;
import static de.schulpakt.inventory.loan.LoanAction.FIND;
import static de.schulpakt.inventory.loan.LoanAction.REOPEN;
import static de.schulpakt.inventory.loan.LoanAction.REPORT_LOST;
import static de.schulpakt.inventory.loan.LoanAction.SWAP;
import static de.schulpakt.inventory.loan.LoanAction.TAKE_BACK;
import static de.schulpakt.inventory.loan.LoanState.LENT;
import static de.schulpakt.inventory.loan.LoanState.LOST;
import static de.schulpakt.inventory.loan.LoanState.RETURNED;

import de.schulpakt.platform.step.Transitions;

/** The life of a loan. */
final class LoanFlow {
    /** The table: in this state, who has the permission may do the action, and the state is then the last one. */
    static final Transitions<LoanState, LoanAction> FLOW = Transitions.<LoanState, LoanAction>table()
            .row(LENT, EXTEND, LOAN_EDIT, LENT)
            .row(LENT, TAKE_BACK, LOAN_EDIT, RETURNED)
            .row(LENT, SWAP, LOAN_EDIT, RETURNED)
            .row(LENT, CORRECT, LOAN_EDIT, LENT)
            .row(LENT, REPORT_LOST, LOAN_EDIT, LOST)
            .row(RETURNED, REOPEN, LOAN_EDIT, LENT)
            .row(LOST, FIND, LOAN_EDIT, RETURNED)
            .build();

    private LoanFlow() {
    }
}
