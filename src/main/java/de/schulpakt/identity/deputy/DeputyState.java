package de.schulpakt.identity.deputy;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** How it stands with a deputy today. */
public enum DeputyState implements Toned {
    /** It begins on a later day. */
    PLANNED(Tone.GO),
    /** Today is one of its days. */
    RUNNING(Tone.OK),
    /** Its last day is past. */
    OVER(Tone.MUTE),
    /** It was ended earlier. */
    ENDED(Tone.MUTE);

    private final Tone tone;

    DeputyState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
