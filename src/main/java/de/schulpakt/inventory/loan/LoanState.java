package de.schulpakt.inventory.loan;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a loan is. */
public enum LoanState implements Toned {
    /** The borrower has the device. */
    LENT(Tone.GO),
    /** The device is back. */
    RETURNED(Tone.OK),
    /** The borrower has lost it. */
    LOST(Tone.BAD);

    private final Tone tone;

    LoanState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
