package de.schulpakt.paper.label;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** How far labels in the background are. */
public enum LabelJobState implements Toned {
    /** They are being made, or wait for those before them. */
    RUNNING(Tone.WAIT),
    /** All are there. */
    DONE(Tone.OK),
    /** Somebody has ended it; what was made before is there. */
    CANCELLED(Tone.MUTE),
    /** It came to no end; what was made before is there. */
    FAILED(Tone.BAD);

    private final Tone tone;

    LabelJobState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
