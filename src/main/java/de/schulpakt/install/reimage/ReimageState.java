package de.schulpakt.install.reimage;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a plan stands. */
public enum ReimageState implements Toned {
    /** Its tickets are worked on. */
    RUNNING(Tone.GO),
    /** What nobody had taken was taken back. */
    CANCELLED(Tone.MUTE);

    private final Tone tone;

    ReimageState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
