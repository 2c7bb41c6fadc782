package de.schulpakt.inventory.field;

/** What happens to own fields and their values; named in the history. */
public enum FieldAction {
    /** A field was added. */
    CREATE,
    /** Label, choices or help were changed. */
    CHANGE,
    /** It is not asked for any longer. */
    END,
    /** It is asked for again. */
    RESUME,
    /** Values of a device were entered. */
    FILL
}
