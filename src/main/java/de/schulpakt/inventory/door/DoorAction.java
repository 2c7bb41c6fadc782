package de.schulpakt.inventory.door;

/** What happens to links; named in the history of their sheets. */
public enum DoorAction {
    /** A link is made. */
    MAKE_LINK,
    /** It opens nothing any longer. */
    END_LINK,
    /** Somebody has written. */
    REPLY,
    /** The school has seen to it. */
    SEE,
    /** A letter has reminded the borrower. */
    REMIND
}
