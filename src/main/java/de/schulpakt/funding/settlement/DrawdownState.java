package de.schulpakt.funding.settlement;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** How far a drawdown is. */
public enum DrawdownState implements Toned {
    /** Put together, not yet sent. */
    PROPOSED(Tone.WAIT),
    /** Sent to the granting body. */
    REQUESTED(Tone.GO),
    /** The money has come. */
    RECEIVED(Tone.OK),
    /** The money went back as a whole. */
    REPAID(Tone.MUTE),
    /** Given up before money came. */
    CANCELLED(Tone.MUTE);

    private final Tone tone;

    DrawdownState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
