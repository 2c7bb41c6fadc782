package de.schulpakt.install.network;

/** What a unit of the network record is. */
public enum UnitKind {
    /** Distributor of a building or a floor. */
    DISTRIBUTOR,
    /** Rack in a distributor. */
    RACK,
    /** Patch panel. */
    PANEL,
    /** Switch. */
    SWITCH,
    /** Socket in the wall, with one or several ports. */
    SOCKET,
    /** Wireless access point. */
    ACCESS_POINT,
    /** Another device that is plugged. */
    DEVICE;

    /** True if what comes in at one face of a port goes out at the other. */
    public boolean passive() {
        return this == PANEL || this == SOCKET;
    }

    /** True if others stand in it. */
    public boolean holds() {
        return this == DISTRIBUTOR || this == RACK;
    }

    /** True if a device of the inventory plays its part. */
    public boolean played() {
        return this == SWITCH || this == ACCESS_POINT || this == DEVICE;
    }
}
