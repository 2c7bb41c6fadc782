package de.schulpakt.inventory.claim;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a claim is. */
public enum ClaimState implements Toned {
    /** Waits for the money. */
    OPEN(Tone.WAIT),
    /** Paid. */
    PAID(Tone.OK),
    /** Given up, with a reason. */
    WAIVED(Tone.MUTE);

    private final Tone tone;

    ClaimState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
