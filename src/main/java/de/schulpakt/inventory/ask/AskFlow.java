package de.schulpakt.inventory.ask;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.inventory.ask.AskAction.KEEP;
import static de.schulpakt.inventory.ask.AskAction.OFFER;
import static de.schulpakt.inventory.ask.AskAction.REFUSE;
import static de.schulpakt.inventory.ask.AskAction.REOPEN;
import static de.schulpakt.inventory.ask.AskAction.WITHDRAW;
import static de.schulpakt.inventory.ask.AskState.ASKED;
import static de.schulpakt.inventory.ask.AskState.OFFERED;
import static de.schulpakt.inventory.ask.AskState.REFUSED;
import static de.schulpakt.inventory.ask.AskState.WITHDRAWN;

import de.schulpakt.platform.step.Transitions;

/** The life of an ask. */
final class AskFlow {
    /** The table: in this state, who has the permission may do the action, and the state is then the last one. */
    static final Transitions<AskState, AskAction> FLOW = Transitions.<AskState, AskAction>table()
            .row(ASKED, OFFER, LOAN_EDIT, OFFERED)
            .row(ASKED, REFUSE, LOAN_EDIT, REFUSED)
            .follows(ASKED, WITHDRAW, LOAN_EDIT, WITHDRAWN)
            .follows(ASKED, KEEP, LOAN_EDIT, OFFERED)
            .row(OFFERED, REOPEN, LOAN_EDIT, ASKED)
            .row(REFUSED, REOPEN, LOAN_EDIT, ASKED)
            .build();

    private AskFlow() {
    }
}
