package de.schulpakt.install.ready;

/** Where a ready text is offered, with how many characters what is written there may have. */
public enum ReadyPlace {
    /** In what is said at a ticket. */
    COMMENT(2000),
    /** As what the work waits for. */
    WAIT(300),
    /** As what was done. */
    OUTCOME(2000);

    private final int most;

    ReadyPlace(int most) {
        this.most = most;
    }

    /** Characters that what is written there may have, and no text of it has more. */
    int most() {
        return most;
    }
}
