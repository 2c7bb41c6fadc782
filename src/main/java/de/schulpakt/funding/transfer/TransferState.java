package de.schulpakt.funding.transfer;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a transfer is. */
public enum TransferState implements Toned {
    /** A second person is to confirm it; no money has moved. */
    PROPOSED(Tone.WAIT),
    /** The money has moved with an approval that waits for a second person, and goes back if that one does not confirm. */
    HELD(Tone.WAIT),
    /** The money has moved; of a loan, not all of it has flowed back. */
    BOOKED(Tone.GO),
    /** All of the loan has flowed back. */
    RETURNED(Tone.OK),
    /** The second person has not confirmed it. */
    DECLINED(Tone.MUTE),
    /** It was put right: the money is where it was. */
    REVERSED(Tone.MUTE);

    private final Tone tone;

    TransferState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
