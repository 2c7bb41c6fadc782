package de.schulpakt.funding.household;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a payment plan stands. */
public enum PaymentPlanState implements Toned {
    /** It counts, as long as it comes to what its position has. */
    CURRENT(Tone.OK),
    /** It was taken back. */
    DROPPED(Tone.MUTE);

    private final Tone tone;

    PaymentPlanState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
