package de.schulpakt.funding.application;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where an application for funding stands. */
public enum ApplicationState implements Toned {
    /** Being written. */
    DRAFT(Tone.MUTE),
    /** With the granting body. */
    SUBMITTED(Tone.WAIT),
    /** Approved as applied for. */
    APPROVED(Tone.OK),
    /** Approved with less than applied for. */
    PARTLY_APPROVED(Tone.OK),
    /** Rejected as a whole. */
    REJECTED(Tone.BAD),
    /** Taken back by the authority. */
    WITHDRAWN(Tone.MUTE);

    private final Tone tone;

    ApplicationState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
