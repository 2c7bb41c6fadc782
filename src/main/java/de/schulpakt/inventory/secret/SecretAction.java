package de.schulpakt.inventory.secret;

/** What happens to secrets; named in the history of their devices. */
public enum SecretAction {
    /** Kept, or replaced. */
    KEEP_SECRET,
    /** Somebody has seen it. */
    OPEN_SECRET,
    /** It is not needed any longer. */
    END_SECRET
}
