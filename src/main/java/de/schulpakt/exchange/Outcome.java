package de.schulpakt.exchange;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** What an import would do with a row. */
public enum Outcome implements Toned {
    /** Not there yet. */
    NEW(Tone.OK),
    /** There with other facts. */
    CHANGED(Tone.GO),
    /** There, and stays as it is. */
    SAME(Tone.MUTE),
    /** The row keeps the whole file out, unless such rows are left out on purpose. */
    WRONG(Tone.BAD),
    /** Stored, but not in the file; it stays as it is. */
    GONE(Tone.WAIT);

    private final Tone tone;

    Outcome(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
