package de.schulpakt.funding.transfer;

import static de.schulpakt.funding.transfer.TransferAction.BOOK;
import static de.schulpakt.funding.transfer.TransferAction.DECLINE;
import static de.schulpakt.funding.transfer.TransferAction.GIVE_BACK;
import static de.schulpakt.funding.transfer.TransferAction.GIVE_BACK_ALL;
import static de.schulpakt.funding.transfer.TransferAction.HOLD;
import static de.schulpakt.funding.transfer.TransferAction.PROPOSE;
import static de.schulpakt.funding.transfer.TransferAction.REVERSE;
import static de.schulpakt.funding.transfer.TransferAction.SETTLE;
import static de.schulpakt.funding.transfer.TransferAction.TAKE_BACK;
import static de.schulpakt.funding.transfer.TransferState.BOOKED;
import static de.schulpakt.funding.transfer.TransferState.DECLINED;
import static de.schulpakt.funding.transfer.TransferState.HELD;
import static de.schulpakt.funding.transfer.TransferState.PROPOSED;
import static de.schulpakt.funding.transfer.TransferState.RETURNED;
import static de.schulpakt.funding.transfer.TransferState.REVERSED;
import static de.schulpakt.identity.Permission.BUDGET_TRANSFER;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a transfer. */
public final class TransferFlow {
    /** From, action, permission, to. */
    public static final Transitions<TransferState, TransferAction> FLOW = Transitions.<TransferState, TransferAction>table()
            .row(PROPOSED, BOOK, BUDGET_TRANSFER, BOOKED)
            .row(PROPOSED, DECLINE, BUDGET_TRANSFER, DECLINED)
            .follows(PROPOSED, HOLD, BUDGET_TRANSFER, HELD)
            .follows(HELD, SETTLE, BUDGET_TRANSFER, BOOKED)
            .follows(HELD, TAKE_BACK, BUDGET_TRANSFER, REVERSED)
            .row(BOOKED, GIVE_BACK, BUDGET_TRANSFER, BOOKED)
            .follows(BOOKED, GIVE_BACK_ALL, BUDGET_TRANSFER, RETURNED)
            .row(BOOKED, REVERSE, BUDGET_TRANSFER, REVERSED)
            .apart(BOOK, PROPOSE)
            .apart(SETTLE, HOLD)
            .build();

    private TransferFlow() {
    }
}
