package de.schulpakt.inventory.booking;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a booking is. */
public enum BookingState implements Toned {
    /** Kept for who has booked. */
    BOOKED(Tone.GO),
    /** The devices went out. */
    TAKEN(Tone.OK),
    /** Not wanted any longer. */
    CANCELLED(Tone.MUTE);

    private final Tone tone;

    BookingState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
