package de.schulpakt.exchange;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** How far an import is. */
public enum ImportState implements Toned {
    /** The file is there; its settings can be changed, nothing has been stored. */
    READY(Tone.WAIT),
    /** It is being stored. */
    RUNNING(Tone.GO),
    /** All of it has been stored. */
    DONE(Tone.OK),
    /** Nothing of it has been stored; it can be tried again. */
    FAILED(Tone.BAD),
    /** Given up; the file has been removed. */
    DISCARDED(Tone.MUTE),
    /** What it had made is gone again, but for what was touched since. */
    TAKEN_BACK(Tone.MUTE);

    private final Tone tone;

    ImportState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
