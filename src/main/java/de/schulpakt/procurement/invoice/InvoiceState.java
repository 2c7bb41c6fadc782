package de.schulpakt.procurement.invoice;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where an invoice stands. */
public enum InvoiceState implements Toned {
    /** Written down as it is printed. */
    CAPTURED(Tone.WAIT),
    /** Somebody has compared it with order and receipt. */
    CHECKED(Tone.GO),
    /** Its money is spent. */
    APPROVED(Tone.GO),
    /** The treasury has paid it. */
    PAID(Tone.OK),
    /** Not to be paid; what it had spent is taken back. */
    CANCELLED(Tone.MUTE);

    private final Tone tone;

    InvoiceState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
