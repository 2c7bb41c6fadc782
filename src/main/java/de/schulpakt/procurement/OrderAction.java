package de.schulpakt.procurement;

/** What is done to an order. */
public enum OrderAction {
    /** The order is placed. */
    PLACE(false),
    /** Goods have come, a rest is awaited. */
    RECEIVE(true),
    /** The last goods have come. */
    COMPLETE(false),
    /** Cancelled as a whole, before anything came. */
    CANCEL(true),
    /** The rest will not come any more. */
    CANCEL_REST(true);

    private final boolean asked;

    OrderAction(boolean asked) {
        this.asked = asked;
    }

    /** True if a person asks for it; false if it follows from another action. */
    public boolean asked() {
        return asked;
    }
}
