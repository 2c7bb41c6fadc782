package de.schulpakt.install.ticket;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where an installation stands. */
public enum TicketState implements Toned {
    /** Nobody has taken it yet. */
    OPEN(Tone.WAIT),
    /** Taken; a visit is to be agreed. */
    PLANNED(Tone.GO),
    /** A visit is agreed. */
    SCHEDULED(Tone.GO),
    /** Waits for somebody else: caretaker, building management, a part. */
    WAITING(Tone.WAIT),
    /** A technician is at it. */
    IN_WORK(Tone.GO),
    /** Mounted and measured; the school is to accept. */
    MEASURED(Tone.WAIT),
    /** Accepted by the school. */
    ACCEPTED(Tone.OK),
    /** Accepted; defects are to be put right. */
    ACCEPTED_WITH_DEFECTS(Tone.BAD),
    /** Done. */
    CLOSED(Tone.OK),
    /** Not to be done. */
    CANCELLED(Tone.MUTE);

    private final Tone tone;

    TicketState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }

    /** True while work is to be done: only then a day until which it is to be done can be missed. */
    public boolean pending() {
        return this != ACCEPTED && this != ACCEPTED_WITH_DEFECTS && this != CLOSED && this != CANCELLED;
    }
}
