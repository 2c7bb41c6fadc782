package de.schulpakt.funding.revision;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a version of an application stands. */
public enum RevisionState implements Toned {
    /** Being written. */
    DRAFT(Tone.MUTE),
    /** With the granting body. */
    SUBMITTED(Tone.WAIT),
    /** Approved as asked for. */
    APPROVED(Tone.OK),
    /** Approved otherwise than asked for. */
    PARTLY_APPROVED(Tone.OK),
    /** Nothing changes. */
    REJECTED(Tone.BAD),
    /** The granting body has taken note. */
    NOTED(Tone.OK),
    /** The granting body has taken a part back. */
    REVOKED(Tone.BAD),
    /** Taken back by the authority. */
    WITHDRAWN(Tone.MUTE),
    /** It bound and was put right: what stood before binds again. */
    UNDONE(Tone.MUTE);

    private final Tone tone;

    RevisionState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
