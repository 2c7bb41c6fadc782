package de.schulpakt.procurement.payment;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a payment list stands. */
public enum PaymentState implements Toned {
    /** One person has put it together. */
    DRAWN_UP(Tone.WAIT),
    /** Another has released it: the treasury gets the file. */
    RELEASED(Tone.GO),
    /** Nothing of it is open. */
    DONE(Tone.OK),
    /** What was open of it is not paid by it. */
    WITHDRAWN(Tone.MUTE);

    private final Tone tone;

    PaymentState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
