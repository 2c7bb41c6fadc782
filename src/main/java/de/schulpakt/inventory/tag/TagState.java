package de.schulpakt.inventory.tag;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a roll stands. */
public enum TagState implements Toned {
    /** Its tags can be stuck on. */
    OPEN(Tone.OK),
    /** What is left of it is not used any more. */
    ENDED(Tone.MUTE);

    private final Tone tone;

    TagState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
