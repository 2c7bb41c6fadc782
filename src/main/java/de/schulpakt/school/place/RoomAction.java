package de.schulpakt.school.place;

/** What happens to a room or a building; named in the history and, where it is a button, in the actions of its page. */
public enum RoomAction {
    /** Named otherwise, on another floor, in another building, or for something else. */
    CHANGE,
    /** It is not used any more. */
    CLOSE,
    /** It is used again. */
    REOPEN
}
