package de.schulpakt.procurement.receipt;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** What a school has said of goods that were received for it. */
public enum GoodsCheckState implements Toned {
    /** Nothing yet. */
    ASKED(Tone.WAIT),
    /** All is here. */
    CONFIRMED(Tone.OK),
    /** Something is missing or broken. */
    SHORT(Tone.BAD),
    /** What was missing or broken has been dealt with. */
    SETTLED(Tone.MUTE);

    private final Tone tone;

    GoodsCheckState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
