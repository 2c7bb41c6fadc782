package de.schulpakt.funding.inquiry;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a question stands. */
public enum InquiryState implements Toned {
    /** Not answered yet. */
    OPEN(Tone.WAIT),
    /** Answered. */
    ANSWERED(Tone.OK),
    /** Dropped. */
    DROPPED(Tone.MUTE);

    private final Tone tone;

    InquiryState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
