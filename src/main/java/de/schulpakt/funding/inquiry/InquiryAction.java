package de.schulpakt.funding.inquiry;

/** What is done to a question. */
public enum InquiryAction {
    /** Record a question. */
    ASK,
    /** Give it another day until which it is to be answered. */
    POSTPONE,
    /** Record the answer. */
    ANSWER,
    /** Open it again: the answer was wrong or not enough. */
    REOPEN,
    /** Drop it: it was recorded by mistake, or nobody needs an answer any more. */
    DROP
}
