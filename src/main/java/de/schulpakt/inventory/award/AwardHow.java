package de.schulpakt.inventory.award;

/** How a device that was not ordered here was tied to the position of an award. */
public enum AwardHow {
    /** The imported file names it. */
    NAMED,
    /** Proposed with enough certainty, and nobody objected. */
    PROPOSED,
    /** Chosen by a person at the import. */
    CHOSEN,
    /** By hand at the device, with a reason. */
    HAND
}
