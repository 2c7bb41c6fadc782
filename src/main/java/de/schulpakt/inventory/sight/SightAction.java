package de.schulpakt.inventory.sight;

/** What happens to sights; named in the history of their devices. */
public enum SightAction {
    /** What device management had said was wrong and is forgotten. */
    FORGET_SIGHT
}
