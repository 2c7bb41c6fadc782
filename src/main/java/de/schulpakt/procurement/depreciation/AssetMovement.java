package de.schulpakt.procurement.depreciation;

/** Why something is booked. */
public enum AssetMovement {
    /** The part of the year. */
    DEPRECIATION,
    /** What was left of a thing that was given up in the year. */
    DISPOSAL,
    /** What should have been written off in years that are booked, with a minus what was written off too much. */
    CORRECTION,
    /** The part of the special item that is released in the year. */
    RELEASE,
    /** What was left of the special item of a thing that was given up in the year. */
    ITEM_DISPOSAL,
    /** What should have been released in years that are booked, with a minus what was released too much. */
    ITEM_CORRECTION;

    /** True if it is about the special item. */
    boolean ofItem() {
        return this == RELEASE || this == ITEM_DISPOSAL || this == ITEM_CORRECTION;
    }
}
