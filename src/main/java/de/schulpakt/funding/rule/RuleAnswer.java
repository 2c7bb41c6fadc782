package de.schulpakt.funding.rule;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** What a rule says to what is there. */
public enum RuleAnswer implements Toned {
    /** It holds. */
    HOLDS(Tone.OK),
    /** It is broken. */
    BROKEN(Tone.BAD),
    /** A value or a fact is not known: it is asked for. */
    OPEN(Tone.WAIT),
    /** There is nothing that it would speak of. */
    NOT_APPLICABLE(Tone.MUTE);

    private final Tone tone;

    RuleAnswer(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
