package de.schulpakt.inventory.device;

/** What kind of thing a model is. */
public enum ModelKind {
    /** Wireless access point. */
    ACCESS_POINT,
    /** Network switch. */
    SWITCH,
    /** Tablet computer. */
    TABLET,
    /** Notebook. */
    NOTEBOOK,
    /** Desktop computer. */
    DESKTOP,
    /** Interactive board or large screen. */
    DISPLAY,
    /** Projector. */
    PROJECTOR,
    /** Server of the school. */
    SERVER,
    /** Pen, keyboard, case, charging trolley. */
    ACCESSORY,
    /** Anything else. */
    OTHER
}
