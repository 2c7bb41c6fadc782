package de.schulpakt.install.reimage;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.install.reimage.ReimageAction.CANCEL;
import static de.schulpakt.install.reimage.ReimageState.CANCELLED;
import static de.schulpakt.install.reimage.ReimageState.RUNNING;

import de.schulpakt.platform.step.Transitions;

/** The life of a plan. */
final class ReimageFlow {
    /** The table: in this state, who has the permission may do the action, and the state is then the last one. */
    static final Transitions<ReimageState, ReimageAction> FLOW = Transitions.<ReimageState, ReimageAction>table()
            .row(RUNNING, CANCEL, LOAN_EDIT, CANCELLED)
            .build();

    private ReimageFlow() {
    }
}
