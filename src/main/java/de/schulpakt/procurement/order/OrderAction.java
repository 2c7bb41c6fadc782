package de.schulpakt.procurement.order;

/** What is done to an order. */
public enum OrderAction {
    /** The order is placed. */
    PLACE,
    /** Goods have come, a rest is awaited. */
    RECEIVE,
    /** The last goods have come. */
    COMPLETE,
    /** Pieces that had come are back at the supplier, or had never come; they are awaited again. */
    RETURN,
    /** The same of all pieces that had come. */
    RETURN_ALL,
    /** A piece was exchanged for another. */
    EXCHANGE,
    /** The day or the number of a delivery note was put right. */
    CORRECT,
    /** Pieces came that nobody had ordered. */
    SURPLUS,
    /** They are not here any more. */
    SURPLUS_GONE,
    /** Pieces were refused or broken at the door: the line waits for others. */
    REFUSE,
    /** That was noted by mistake. */
    UNREFUSE,
    /** Material that came goes into a store. */
    STOCK,
    /** It does not after all. */
    UNSTOCK,
    /** The last awaited pieces were paid and are credited: they come no more. */
    CREDIT,
    /** The same of an order of which nothing is here. */
    CREDIT_ALL,
    /** A credit note was taken back: its pieces are awaited again. */
    UNCREDIT,
    /** Expected on another day, or fewer pieces of a line. */
    CHANGE,
    /** Lines are added before its sheet goes to the supplier. */
    ADD,
    /** Its sheet goes to the supplier. */
    SEND,
    /** By which award file it was placed is said afterwards. */
    AWARD,
    /** For how long what comes with a line is under warranty. */
    WARRANT,
    /** Others pay a line, also what was spent on it. */
    REPAY,
    /** Cancelled as a whole, before anything came. */
    CANCEL,
    /** The rest will not come any more. */
    CANCEL_REST
}
