package de.schulpakt.notice.answer;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** What became of a message. */
public enum ArrivedState implements Toned {
    /** It is no comment, and somebody has to say what it is. */
    WAITING(Tone.WAIT),
    /** It is a comment. */
    TAKEN(Tone.OK),
    /** An administrator has made it a comment. */
    ASSIGNED(Tone.OK),
    /** An administrator did not want it. */
    DROPPED(Tone.MUTE),
    /** A program has sent it, or nothing stands in it. */
    IGNORED(Tone.MUTE);

    private final Tone tone;

    ArrivedState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
