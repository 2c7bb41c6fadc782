package de.schulpakt.install.kind;

/** What happens to the devices of a ticket at the end of its work. */
public enum KindDevices {
    /** Nothing: the work leaves them where and as they are. */
    NONE,
    /** They are put into the room of the work. */
    PLACE,
    /** They are put into the room of the work, and into service when the school accepts. */
    SERVE
}
