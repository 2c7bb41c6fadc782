package de.schulpakt.inventory.device;

import java.util.List;
import java.util.stream.Stream;

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
    OTHER,
    /** Installation, maintenance, licence for a time: is paid and never becomes a device. */
    SERVICE;

    /** What devices can be, without services. */
    public static List<ModelKind> devices() {
        return Stream.of(values()).filter(k -> k != SERVICE).toList();
    }

    /** True if each piece has a serial number when it comes; the others are counted. */
    public boolean serialised() {
        return this != ACCESSORY && this != SERVICE;
    }
}
