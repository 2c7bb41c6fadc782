package de.schulpakt.install.network;

/** What happens to the network record; named in the history. */
public enum NetworkAction {
    /** A unit is written down. */
    ADD,
    /** Its name, place or note is another one. */
    CHANGE,
    /** Taken down. */
    REMOVE,
    /** More ports. */
    ADD_PORTS,
    /** Name, VLAN, direction or state of a port is another one. */
    SET_PORT,
    /** A port is no more. */
    REMOVE_PORT,
    /** A cable is plugged. */
    PLUG,
    /** A cable is unplugged. */
    UNPLUG,
    /** Another device plays its part, or none. */
    SWAP,
    /** A work has measured it. */
    MEASURE,
    /** The uplink of a building is another one. */
    SET_UPLINK,
    /** A VLAN is written down or is another one. */
    SET_VLAN,
    /** A VLAN is no more. */
    REMOVE_VLAN
}
