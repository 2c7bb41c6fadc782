package de.schulpakt.platform.job;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** How a run ended, if it has. */
public enum JobOutcome implements Toned {
    /** It is going on. */
    RUNNING(Tone.GO),
    /** It did what it was to do. */
    DONE(Tone.OK),
    /** It ended, and somebody should look at what it says. */
    WARNED(Tone.WAIT),
    /** It could not do it; it is tried again. */
    FAILED(Tone.BAD),
    /** Somebody has ended it. */
    CANCELLED(Tone.MUTE),
    /** Its server died; it was begun again. */
    INTERRUPTED(Tone.WAIT);

    private final Tone tone;

    JobOutcome(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
