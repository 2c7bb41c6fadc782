package de.schulpakt.install.wave;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a wave stands. */
public enum WaveState implements Toned {
    /** Planned; its tickets are being made. */
    PREPARING(Tone.WAIT),
    /** Its tickets are worked on. */
    RUNNING(Tone.GO),
    /** What nobody had touched was taken back. */
    CANCELLED(Tone.MUTE);

    private final Tone tone;

    WaveState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
