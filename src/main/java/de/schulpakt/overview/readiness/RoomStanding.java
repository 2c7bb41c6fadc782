package de.schulpakt.overview.readiness;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** How ready a room is. */
public enum RoomStanding implements Toned {
    /** All that was asked for it is in service. */
    READY(Tone.OK),
    /** Something is on its way. */
    COMING(Tone.WAIT),
    /** Work waits for somebody. */
    BLOCKED(Tone.BAD),
    /** Nothing was asked for it. */
    EMPTY(Tone.MUTE);

    private final Tone tone;

    RoomStanding(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
