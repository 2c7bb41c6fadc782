package de.schulpakt.funding.programme;

/** What kind of measure a position pays for; the categories of DigitalPakt. */
public enum Category {
    /** Cabling of the building. */
    LAN,
    /** Wireless network. */
    WLAN,
    /** Digital teaching and learning infrastructure: servers, platforms. */
    LEARNING_INFRASTRUCTURE,
    /** Displays and interactive boards. */
    DISPLAY,
    /** Digital work devices for vocational and scientific teaching. */
    WORK_DEVICE,
    /** Mobile devices that belong to the school. */
    MOBILE_DEVICE,
    /** Administration and support. */
    ADMINISTRATION
}
