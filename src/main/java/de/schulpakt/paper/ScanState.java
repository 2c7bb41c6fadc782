package de.schulpakt.paper;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** What a virus scanner has said of a content. */
public enum ScanState implements Toned {
    /** There was no scanner. */
    UNCHECKED(Tone.MUTE),
    /** It has not said anything yet; nobody opens the file. */
    WAITING(Tone.WAIT),
    /** It found nothing. */
    CLEAN(Tone.OK),
    /** It found something; the bytes have gone. */
    INFECTED(Tone.BAD);

    private final Tone tone;

    ScanState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
