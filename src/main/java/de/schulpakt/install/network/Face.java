package de.schulpakt.install.network;

/** Which side of a port. */
public enum Face {
    /** Where patch cables are plugged. */
    FRONT,
    /** Where the cable in the wall ends, at panels and sockets. */
    REAR;

    /** The other side. */
    public Face other() {
        return this == FRONT ? REAR : FRONT;
    }
}
