package de.schulpakt.procurement.bank;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where an account of a supplier stands. */
public enum SupplierAccountState implements Toned {
    /** Entered by one person. */
    PROPOSED(Tone.WAIT),
    /** Confirmed by another: it is paid there. */
    CONFIRMED(Tone.OK),
    /** Not confirmed. */
    DECLINED(Tone.BAD),
    /** Another one is confirmed since. */
    REPLACED(Tone.MUTE),
    /** Not used any more, without another one. */
    ENDED(Tone.MUTE);

    private final Tone tone;

    SupplierAccountState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
