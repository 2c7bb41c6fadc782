package de.schulpakt.funding.pack;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** How far a rule pack is. */
public enum PackState implements Toned {
    /** It is read and its cases hold; nothing is taken over. */
    CHECKED(Tone.WAIT),
    /** Its rules stand in the programme, unverified. */
    IMPORTED(Tone.WAIT),
    /** A second person has confirmed what it calls confirmed. */
    CONFIRMED(Tone.OK),
    /** Not taken over. */
    DISCARDED(Tone.MUTE);

    private final Tone tone;

    PackState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
