package de.schulpakt.procurement.refusal;

/** Why pieces that a carrier brought were not taken. */
public enum RefusedKind {
    /** Not what was ordered, or not wanted any more: the carrier has taken it back. */
    REFUSED,
    /** Broken when it came. */
    BROKEN
}
