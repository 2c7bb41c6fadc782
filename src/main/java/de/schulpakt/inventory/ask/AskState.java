package de.schulpakt.inventory.ask;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where an ask is. */
public enum AskState implements Toned {
    /** The school has not answered yet. */
    ASKED(Tone.GO),
    /** A device is kept for who has asked. */
    OFFERED(Tone.OK),
    /** The school has none to give. */
    REFUSED(Tone.MUTE),
    /** Not wanted any longer. */
    WITHDRAWN(Tone.MUTE);

    private final Tone tone;

    AskState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
