package de.schulpakt.procurement.order;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where an order stands. */
public enum OrderState implements Toned {
    /** The supplier has it, nothing has come. */
    PLACED(Tone.GO),
    /** A part has come, the rest is awaited. */
    PARTLY_DELIVERED(Tone.WAIT),
    /** Nothing is awaited any more. */
    DELIVERED(Tone.OK),
    /** Cancelled before anything came. */
    CANCELLED(Tone.MUTE);

    private final Tone tone;

    OrderState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
