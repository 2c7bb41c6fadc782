package de.schulpakt.funding.household;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Whether a follow-up cost counts. */
public enum FollowCostState implements Toned {
    /** It counts in each of its years. */
    CURRENT(Tone.OK),
    /** It ended before its last year: it counts until then. */
    ENDED(Tone.MUTE),
    /** It was recorded by mistake: it counts in no year. */
    TAKEN_BACK(Tone.MUTE);

    private final Tone tone;

    FollowCostState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
