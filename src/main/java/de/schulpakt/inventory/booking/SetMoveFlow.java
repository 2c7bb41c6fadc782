package de.schulpakt.inventory.booking;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.inventory.booking.SetMoveAction.CARRY_OUT;
import static de.schulpakt.inventory.booking.SetMoveAction.DROP;
import static de.schulpakt.inventory.booking.SetMoveAction.UNDO;
import static de.schulpakt.inventory.booking.SetMoveState.DONE;
import static de.schulpakt.inventory.booking.SetMoveState.DROPPED;
import static de.schulpakt.inventory.booking.SetMoveState.PLANNED;
import static de.schulpakt.inventory.booking.SetMoveState.UNDONE;

import de.schulpakt.platform.step.Transitions;

/** The life of the move of a class set. */
final class SetMoveFlow {
    /** The table: in this state, who has the permission may do the action, and the state is then the last one. */
    static final Transitions<SetMoveState, SetMoveAction> FLOW = Transitions.<SetMoveState, SetMoveAction>table()
            .row(PLANNED, CARRY_OUT, LOAN_EDIT, DONE)
            .row(PLANNED, DROP, LOAN_EDIT, DROPPED)
            .row(DONE, UNDO, LOAN_EDIT, UNDONE)
            .build();

    private SetMoveFlow() {
    }
}
