package de.schulpakt.school.letter;

/** What happens to the letters of an authority. */
public enum LetterAction {
    /** A version was written. */
    WRITE,
    /** A version was put in force. */
    USE
}
