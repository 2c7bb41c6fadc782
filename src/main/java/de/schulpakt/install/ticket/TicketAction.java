package de.schulpakt.install.ticket;

/** What happens to tickets; named in the history. */
public enum TicketAction {
    /** Opened, by a delivery or by hand. */
    OPEN,
    /** Taken by a technician. */
    TAKE,
    /** Given back to all technicians. */
    RELEASE,
    /** A visit agreed, or another one. */
    SCHEDULE,
    /** Work begun on site. */
    START,
    /** Waits for somebody else. */
    WAIT,
    /** Waits no longer. */
    RESUME,
    /** Mounted and measured. */
    MEASURE,
    /** Sent back by the school. */
    REWORK,
    /** Accepted by the school. */
    ACCEPT,
    /** Accepted by the school, with defects that are to be put right. */
    ACCEPT_WITH_DEFECTS,
    /** Done. */
    CLOSE,
    /** Not to be done. */
    CANCEL,
    /** To be done after all. */
    REOPEN
}
