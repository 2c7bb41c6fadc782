package de.schulpakt.procurement.payment;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where an item of a payment list stands. */
public enum PaymentItemState implements Toned {
    /** To be paid. */
    OPEN(Tone.WAIT),
    /** The invoice is paid. */
    PAID(Tone.OK),
    /** It was paid and is not any more. */
    RETURNED(Tone.BAD),
    /** The list was withdrawn before. */
    DROPPED(Tone.MUTE);

    private final Tone tone;

    PaymentItemState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
