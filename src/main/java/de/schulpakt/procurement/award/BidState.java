package de.schulpakt.procurement.award;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** What a company that was asked has said. */
public enum BidState implements Toned {
    /** Nothing so far. */
    ASKED(Tone.WAIT),
    /** It offers. */
    OFFERED(Tone.OK),
    /** It does not offer. */
    DECLINED(Tone.MUTE),
    /** It has not answered in time. */
    SILENT(Tone.MUTE),
    /** Its offer does not count, for the reason in the note. */
    EXCLUDED(Tone.BAD);

    private final Tone tone;

    BidState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
