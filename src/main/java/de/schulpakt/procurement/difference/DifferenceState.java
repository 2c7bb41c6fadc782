package de.schulpakt.procurement.difference;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a difference stands. */
public enum DifferenceState implements Toned {
    /** Nobody has said why. */
    OPEN(Tone.BAD),
    /** Somebody has said why. */
    EXPLAINED(Tone.OK),
    /** It is no longer there. */
    SETTLED(Tone.MUTE);

    private final Tone tone;

    DifferenceState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
