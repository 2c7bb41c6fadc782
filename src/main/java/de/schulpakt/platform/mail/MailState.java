package de.schulpakt.platform.mail;

import de.schulpakt.platform.Tone;
import de.schulpakt.platform.Toned;

/** How far a letter is. */
public enum MailState implements Toned {
    /** To be sent when it is due. */
    WAITING(Tone.WAIT),
    /** Being sent at this moment. */
    SENDING(Tone.GO),
    /** The mail server has taken it. */
    SENT(Tone.OK),
    /** It could not be delivered and is tried no more. */
    DEAD(Tone.BAD);

    private final Tone tone;

    MailState(Tone tone) {
        this.tone = tone;
    }

    @Override
    public Tone tone() {
        return tone;
    }
}
