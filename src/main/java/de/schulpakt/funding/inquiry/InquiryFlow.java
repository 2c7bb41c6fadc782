package de.schulpakt.funding.inquiry;

import static de.schulpakt.funding.inquiry.InquiryAction.ANSWER;
import static de.schulpakt.funding.inquiry.InquiryAction.DROP;
import static de.schulpakt.funding.inquiry.InquiryAction.POSTPONE;
import static de.schulpakt.funding.inquiry.InquiryAction.REOPEN;
import static de.schulpakt.funding.inquiry.InquiryState.ANSWERED;
import static de.schulpakt.funding.inquiry.InquiryState.DROPPED;
import static de.schulpakt.funding.inquiry.InquiryState.OPEN;
import static de.schulpakt.identity.Permission.APPLICATION_EDIT;

import de.schulpakt.platform.step.Transitions;

/** The lifecycle of a question. */
public final class InquiryFlow {
    /** From, action, permission, to. */
    public static final Transitions<InquiryState, InquiryAction> FLOW = Transitions.<InquiryState, InquiryAction>table()
            .row(OPEN, POSTPONE, APPLICATION_EDIT, OPEN)
            .row(OPEN, ANSWER, APPLICATION_EDIT, ANSWERED)
            .row(OPEN, DROP, APPLICATION_EDIT, DROPPED)
            .row(ANSWERED, REOPEN, APPLICATION_EDIT, OPEN)
            .row(DROPPED, REOPEN, APPLICATION_EDIT, OPEN)
            .build();

    private InquiryFlow() {
    }
}
