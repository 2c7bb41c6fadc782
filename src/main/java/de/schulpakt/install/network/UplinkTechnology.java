package de.schulpakt.install.network;

/** How a building reaches the Internet. */
public enum UplinkTechnology {
    /** Fibre into the building. */
    FIBRE,
    /** Cable television. */
    CABLE,
    /** Copper pair. */
    DSL,
    /** Directional radio. */
    RADIO,
    /** Mobile network. */
    MOBILE,
    /** By a cable from another building of the school. */
    CAMPUS,
    /** Not at all. */
    NONE
}
