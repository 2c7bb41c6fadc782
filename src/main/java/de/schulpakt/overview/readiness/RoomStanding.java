package de.schulpakt.overview.readiness;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** How ready a room is. */
public enum RoomStanding implements Toned {
    /** It lacks nothing of what a room needs, see {@link RoomTrade}; more may still come. */
    READY(Tone.OK),
    /** Something is on its way. */
    COMING(Tone.WAIT),
    /** Work waits for somebody. */
    BLOCKED(Tone.BAD),
    /** Something is in service, nothing is on its way, and it lacks something of what a room needs. */
    LACKING(Tone.WAIT),
    /** Nothing was asked for it. */
    EMPTY(Tone.MUTE),
    /** The asker may not see what there is. */
    UNKNOWN(Tone.MUTE);

    private final Tone tone;

    RoomStanding(Tone tone) {
        this.tone = tone;
    }

    /**
     * How ready a room is; no other place decides that.
     *
     * @param seen    whether the asker may see what there is of each trade
     * @param missing what it lacks first, null for nothing
     * @param next    its next obstacle, null if there is none
     * @param inUse   whether anything is in service
     */
    static RoomStanding of(boolean seen, RoomTrade missing, ObstacleKind next, boolean inUse) {
        if (seen && missing == null) {
            return READY;
        }
        if (next != null) {
            return next == ObstacleKind.WAITING ? BLOCKED : COMING;
        }
        return seen ? inUse ? LACKING : EMPTY : UNKNOWN;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
