package de.schulpakt.install.kind;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** How urgent work is, the most urgent first. */
public enum Priority implements Toned {
    /** A whole school cannot work. */
    URGENT(Tone.BAD),
    /** Several rooms cannot work. */
    HIGH(Tone.WAIT),
    /** One place cannot work. */
    NORMAL(Tone.MUTE),
    /** A wish, or planned work. */
    LOW(Tone.MUTE);

    private final Tone tone;

    Priority(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
