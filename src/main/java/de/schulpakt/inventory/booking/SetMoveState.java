package de.schulpakt.inventory.booking;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where the move of a class set stands. */
public enum SetMoveState implements Toned {
    /** It is to be moved. */
    PLANNED(Tone.WAIT),
    /** It was moved. */
    DONE(Tone.GO),
    /** It is not to be moved. */
    DROPPED(Tone.MUTE),
    /** It had been moved by mistake, and was put back. */
    UNDONE(Tone.MUTE);

    private final Tone tone;

    SetMoveState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
