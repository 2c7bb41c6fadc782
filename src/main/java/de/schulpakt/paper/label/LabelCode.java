package de.schulpakt.paper.label;

/** The code on a label. */
public enum LabelCode {
    /** Opens the page, with a camera. */
    QR,
    /** The number, for scanners that type. */
    CODE_128
}
