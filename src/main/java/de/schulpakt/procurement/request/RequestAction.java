package de.schulpakt.procurement.request;

/** What is done to a request. */
public enum RequestAction {
    /** The draft is written. */
    CREATE,
    /** Title, reason or lines are changed. */
    CHANGE,
    /** The school hands it in, or answers a question. */
    SUBMIT,
    /** The funding officer asks back. */
    ASK,
    /** The funding officer approves, money is reserved. */
    APPROVE,
    /** The funding officer approves some lines or fewer pieces; the rest is split off. */
    APPROVE_PART,
    /** It is the rest of a request that was approved in part. */
    SPLIT_OFF,
    /** Others pay what is approved and not yet ordered. */
    CHANGE_PAYERS,
    /** The first of two people approves: money is reserved, a second person is to confirm. */
    AWAIT_SECOND,
    /** The second person confirms the approval. */
    CONFIRM,
    /** A decision is taken back before anything is ordered: money is freed, the request waits to be decided again. */
    RECONSIDER,
    /** The funding officer refuses. */
    REJECT,
    /** The school takes it back. */
    WITHDRAW,
    /** The school goes on with what it has taken back: a draft again. */
    RESUME,
    /** What is approved and not ordered is given up, its money freed. */
    CANCEL,
    /** The same of a request of which lines are ordered: it goes on with these. */
    CANCEL_REST,
    /** Lines are ordered; the state follows when the last open line is. */
    ORDER,
    /** Goods have come; the state follows when the last piece is there. */
    DELIVER,
    /** Goods went back: pieces are awaited again. */
    REOPEN,
    /** The order was cancelled before anything came. */
    DROP
}
