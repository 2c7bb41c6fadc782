package de.schulpakt.funding.redecision;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a correction of a decision is. */
public enum DecisionCorrectionState implements Toned {
    /** A second person is to confirm it; nothing has changed. */
    PROPOSED(Tone.WAIT),
    /** The decision says what the correction says, and the money has followed. */
    BOOKED(Tone.OK),
    /** It was not confirmed, or taken back before; nothing has changed. */
    DROPPED(Tone.MUTE);

    private final Tone tone;

    DecisionCorrectionState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
