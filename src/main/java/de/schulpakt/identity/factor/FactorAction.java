package de.schulpakt.identity.factor;

/** What happens to the second factor of an account; named in its history. */
public enum FactorAction {
    /** Its owner has set it up. */
    SET_UP,
    /** Its owner made new recovery codes. */
    RENEW_CODES,
    /** Its owner has switched it off. */
    SWITCH_OFF,
    /** An administrator has taken it away, because the device is lost. */
    RESET
}
