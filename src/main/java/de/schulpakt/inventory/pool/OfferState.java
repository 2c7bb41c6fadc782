package de.schulpakt.inventory.pool;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where an offer is. */
public enum OfferState implements Toned {
    /** Schools may ask for it. */
    OFFERED(Tone.GO),
    /** The devices are another school's. */
    GIVEN(Tone.OK),
    /** The devices stay. */
    WITHDRAWN(Tone.MUTE);

    private final Tone tone;

    OfferState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
