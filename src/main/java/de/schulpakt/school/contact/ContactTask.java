package de.schulpakt.school.contact;

/** For what somebody is asked at a school. */
public enum ContactTask {
    /** Head of the school. */
    HEAD,
    /** The office. */
    OFFICE,
    /** Who looks after devices and network at the school. */
    IT,
    /** Who writes and keeps the media concept. */
    MEDIA_CONCEPT,
    /** Who has the keys. */
    CARETAKER,
    /** Something else. */
    OTHER
}
