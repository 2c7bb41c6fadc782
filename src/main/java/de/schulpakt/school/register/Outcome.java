package de.schulpakt.school.register;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** What an import would do with a row. */
public enum Outcome implements Toned {
    /** A school that is not there yet. */
    NEW(Tone.OK),
    /** A school that is there with other facts. */
    CHANGED(Tone.GO),
    /** A school that is there and stays as it is. */
    SAME(Tone.MUTE),
    /** The row keeps the whole file out. */
    WRONG(Tone.BAD);

    private final Tone tone;

    Outcome(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
