package de.schulpakt.inventory.device;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a device is in its life. */
public enum DeviceState implements Toned {
    /** Delivered, perhaps already in its room, but not yet in service. */
    IN_STOCK(Tone.WAIT),
    /** Used as the funding meant it. */
    IN_SERVICE(Tone.OK),
    /** Away for repair; keeps its room. */
    IN_REPAIR(Tone.GO),
    /** Not to be found, or stolen. */
    LOST(Tone.BAD),
    /** Given up for good. */
    RETIRED(Tone.MUTE);

    private final Tone tone;

    DeviceState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
