package de.schulpakt.procurement.request;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** Where a request stands. */
public enum RequestState implements Toned {
    /** The school is still writing. */
    DRAFT(Tone.MUTE),
    /** The funding officer is to decide. */
    SUBMITTED(Tone.WAIT),
    /** The funding officer has asked back, the school is to answer. */
    QUERIED(Tone.WAIT),
    /** One person has approved and money is reserved; a second person is to confirm, and nothing is ordered before. */
    AWAITING_SECOND(Tone.WAIT),
    /** Money is reserved; some lines may already be ordered. */
    APPROVED(Tone.GO),
    /** Refused with a reason. */
    REJECTED(Tone.BAD),
    /** Taken back by the school. */
    WITHDRAWN(Tone.MUTE),
    /** Every line that is still wanted is ordered. */
    ORDERED(Tone.GO),
    /** All that was ordered and not cancelled has come. */
    DELIVERED(Tone.OK),
    /** Approved but given up later; nothing came, the money is free again. */
    CANCELLED(Tone.MUTE);

    private final Tone tone;

    RequestState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
