package de.schulpakt.procurement.depreciation;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a run of depreciation stands. */
public enum AssetBookingState implements Toned {
    /** It counts. */
    BOOKED(Tone.OK),
    /** A counter-run has taken it back. */
    REVERSED(Tone.MUTE);

    private final Tone tone;

    AssetBookingState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
