package de.schulpakt.funding.inquiry;

/** Who has asked. */
public enum InquirySide {
    /** The granting body asks the authority. */
    GRANTING_BODY,
    /** The authority asks the granting body. */
    AUTHORITY
}
