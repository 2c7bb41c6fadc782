package de.schulpakt.funding.correction;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a correction of a budget is. */
public enum BudgetCorrectionState implements Toned {
    /** A second person is to confirm it; nothing is posted. */
    PROPOSED(Tone.WAIT),
    /** It is posted. */
    BOOKED(Tone.OK),
    /** It was not confirmed, or taken back before; nothing was posted. */
    DROPPED(Tone.MUTE),
    /** It is posted, and a second person is to confirm that it is taken back. */
    COUNTER_PROPOSED(Tone.WAIT),
    /** It was taken back by a posting the other way. */
    COUNTERED(Tone.MUTE);

    private final Tone tone;

    BudgetCorrectionState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
