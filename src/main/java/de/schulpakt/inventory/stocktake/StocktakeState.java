package de.schulpakt.inventory.stocktake;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a stock-taking is. */
public enum StocktakeState implements Toned {
    /** People count. */
    RUNNING(Tone.GO),
    /** All is found or explained. */
    CLOSED(Tone.OK),
    /** Given up; says nothing about the stock. */
    CANCELLED(Tone.MUTE);

    private final Tone tone;

    StocktakeState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
