package de.schulpakt.inventory.incident;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a case stands. */
public enum IncidentState implements Toned {
    /** Somebody waits for an answer or for money. */
    OPEN(Tone.WAIT),
    /** Nothing more is expected. */
    CLOSED(Tone.OK);

    private final Tone tone;

    IncidentState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
