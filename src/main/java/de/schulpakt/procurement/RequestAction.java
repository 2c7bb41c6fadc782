package de.schulpakt.procurement;

/** What is done to a request. */
public enum RequestAction {
    /** The draft is written. */
    CREATE(false),
    /** Title, reason or lines are changed. */
    CHANGE(true),
    /** The school hands it in, or answers a question. */
    SUBMIT(true),
    /** The funding officer asks back. */
    ASK(true),
    /** The funding officer approves, money is reserved. */
    APPROVE(true),
    /** The funding officer refuses. */
    REJECT(true),
    /** The school takes it back. */
    WITHDRAW(true),
    /** What is approved and not ordered is given up, its money freed. */
    CANCEL(true),
    /** Lines are ordered; the state follows when the last open line is. */
    ORDER(false),
    /** Goods have come; the state follows when the last piece is there. */
    DELIVER(false),
    /** The order was cancelled before anything came. */
    DROP(false);

    private final boolean asked;

    RequestAction(boolean asked) {
        this.asked = asked;
    }

    /** True if a person asks for it; false if it follows from an order or a delivery. */
    public boolean asked() {
        return asked;
    }
}
