package de.schulpakt.platform;

/** A state that knows how it is to be shown. */
public interface Toned {
    /** The tone of this state. */
    Tone tone();
}
