package de.schulpakt.install.floor;

/** What happens to a floor plan; named in the history. */
public enum FloorAction {
    /** A floor is there. */
    ADD_FLOOR,
    /** It is not, with all that was drawn on it. */
    REMOVE_FLOOR,
    /** A thing is drawn. */
    PLACE,
    /** It is drawn elsewhere on the same plan. */
    MOVE_MARK,
    /** It is taken off. */
    TAKE_OFF
}
