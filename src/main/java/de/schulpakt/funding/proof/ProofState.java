package de.schulpakt.funding.proof;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a proof of use stands. */
public enum ProofState implements Toned {
    /** Being written; its figures follow the rows. */
    DRAFT(Tone.WAIT),
    /** Handed in and frozen. */
    SUBMITTED(Tone.GO),
    /** The granting body has asked something. */
    QUERIED(Tone.BAD),
    /** The granting body has checked it. */
    ACCEPTED(Tone.OK),
    /** A corrected version took its place. */
    REPLACED(Tone.MUTE),
    /** Given up before it was handed in. */
    DISCARDED(Tone.MUTE);

    private final Tone tone;

    ProofState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
