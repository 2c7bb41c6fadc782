package de.schulpakt.notice.hook;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** How far a delivery is. */
public enum DeliveryState implements Toned {
    /** To be sent, or sent again. */
    WAITING(Tone.WAIT),
    /** A node is sending it. */
    SENDING(Tone.GO),
    /** The receiver has answered 2xx. */
    SENT(Tone.OK),
    /** It is not tried any more. */
    DEAD(Tone.BAD);

    private final Tone tone;

    DeliveryState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
