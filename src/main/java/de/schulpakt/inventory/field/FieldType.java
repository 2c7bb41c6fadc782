package de.schulpakt.inventory.field;

/** What can be entered in a field. */
public enum FieldType {
    /** Words, at most 200 signs. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** A day. */
    DAY,
    /** One of the field's choices. */
    CHOICE,
    /** Yes or no. */
    FLAG
}
