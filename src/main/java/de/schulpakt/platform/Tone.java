package de.schulpakt.platform;

/** How urgent a state looks; the page adds a shape to it, because colour alone says nothing to many. */
public enum Tone {
    /** Done, nothing to do. */
    OK,
    /** Somebody is to act. */
    WAIT,
    /** Something is wrong. */
    BAD,
    /** Work is under way. */
    GO,
    /** Ended or not yet begun. */
    MUTE
}
