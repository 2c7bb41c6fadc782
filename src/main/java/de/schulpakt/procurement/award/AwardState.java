package de.schulpakt.procurement.award;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where an award file stands. */
public enum AwardState implements Toned {
    /** Companies are asked, offers come in. */
    PREPARED(Tone.WAIT),
    /** Somebody has said who is to get the order and why. */
    PROPOSED(Tone.WAIT),
    /** It is decided: it can be ordered. */
    DECIDED(Tone.OK),
    /** Nothing is bought by it. */
    WITHDRAWN(Tone.MUTE);

    private final Tone tone;

    AwardState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
