package de.schulpakt.procurement.finance;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a run stands. */
public enum FinanceState implements Toned {
    /** Its postings are with the finance system. */
    EXPORTED(Tone.OK),
    /** It does not count: its postings go into another run. */
    WITHDRAWN(Tone.MUTE);

    private final Tone tone;

    FinanceState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
