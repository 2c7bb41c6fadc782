package de.schulpakt.funding.programme;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** What is said of the source of a rule. Whether a second person has read it there is another question. */
public enum RuleStatus implements Toned {
    /** Read in an official source. */
    CONFIRMED(Tone.OK),
    /** Read in the press or in a text of somebody else. */
    PRESS(Tone.WAIT),
    /** Read in the rule of another state. */
    OTHER_STATE(Tone.WAIT),
    /** No source was read. */
    UNSOURCED(Tone.WAIT);

    private final Tone tone;

    RuleStatus(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
