package de.schulpakt.install.wave;

/** What happens to waves; named in the history. */
public enum WaveAction {
    /** Made, with its tickets. */
    CREATE,
    /** All its tickets are there. */
    READY,
    /** A ticket, and what hangs on it, is planned for another day. */
    MOVE,
    /** All that has not begun is planned for other days. */
    SHIFT,
    /** Devices may come before the network is accepted. */
    WAIVE,
    /** Devices may not come before the network is accepted after all. */
    UNWAIVE,
    /** Devices came before the network was accepted, which no verified rule forbids. */
    WITHOUT_NETWORK,
    /** Not to be done any more. */
    CANCEL
}
