package de.schulpakt.inventory.claim;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.inventory.claim.ClaimAction.CORRECT;
import static de.schulpakt.inventory.claim.ClaimAction.PAY;
import static de.schulpakt.inventory.claim.ClaimAction.REOPEN;
import static de.schulpakt.inventory.claim.ClaimAction.WAIVE;
import static de.schulpakt.inventory.claim.ClaimState.OPEN;
import static de.schulpakt.inventory.claim.ClaimState.PAID;
import static de.schulpakt.inventory.claim.ClaimState.WAIVED;

import de.schulpakt.platform.step.Transitions;

/** The life of a claim. */
final class ClaimFlow {
    /** The table: in this state, who has the permission may do the action, and the state is then the last one. */
    static final Transitions<ClaimState, ClaimAction> FLOW = Transitions.<ClaimState, ClaimAction>table()
            .row(OPEN, PAY, LOAN_EDIT, PAID)
            .row(OPEN, WAIVE, LOAN_EDIT, WAIVED)
            .row(OPEN, CORRECT, LOAN_EDIT, OPEN)
            .row(PAID, REOPEN, LOAN_EDIT, OPEN)
            .row(WAIVED, REOPEN, LOAN_EDIT, OPEN)
            .build();

    private ClaimFlow() {
    }
}
