package de.schulpakt.inventory.booking;

import static de.schulpakt.identity.Permission.LOAN_EDIT;
import static de.schulpakt.inventory.booking.BookingAction.CANCEL;
import static de.schulpakt.inventory.booking.BookingAction.HAND_OUT;
import static de.schulpakt.inventory.booking.BookingAction.PUT_BACK;
import static de.schulpakt.inventory.booking.BookingAction.REOPEN;
import static de.schulpakt.inventory.booking.BookingAction.RESCHEDULE;
import static de.schulpakt.inventory.booking.BookingState.BOOKED;
import static de.schulpakt.inventory.booking.BookingState.CANCELLED;
import static de.schulpakt.inventory.booking.BookingState.TAKEN;

import de.schulpakt.platform.step.Transitions;

/** The life of a booking. */
final class BookingFlow {
    /** The table: in this state, who has the permission may do the action, and the state is then the last one. */
    static final Transitions<BookingState, BookingAction> FLOW = Transitions.<BookingState, BookingAction>table()
            .row(BOOKED, HAND_OUT, LOAN_EDIT, TAKEN)
            .row(TAKEN, PUT_BACK, LOAN_EDIT, BOOKED)
            .row(BOOKED, RESCHEDULE, LOAN_EDIT, BOOKED)
            .row(BOOKED, CANCEL, LOAN_EDIT, CANCELLED)
            .row(CANCELLED, REOPEN, LOAN_EDIT, BOOKED)
            .build();

    private BookingFlow() {
    }
}
