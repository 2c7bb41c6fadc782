package de.schulpakt.paper.type;

/** How a browser may show a type of file. */
public enum Shown {
    /** As a picture. */
    IMAGE,
    /** As a PDF. */
    PDF,
    /** Not at all: as a download. */
    NONE
}
