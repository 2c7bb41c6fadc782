package de.schulpakt.install.ticket;

/** What happens to tickets; named in the history. */
public enum TicketAction {
    /** Opened, by a delivery or by hand. */
    OPEN,
    /** Its device was exchanged: it goes on with the other one. */
    EXCHANGE,
    /** Taken by a technician. */
    TAKE,
    /** Given to a technician by another one. */
    ASSIGN,
    /** Given back to all technicians. */
    RELEASE,
    /** Another priority or due day. */
    RANK,
    /** A visit agreed by the school, which picked one of the dates offered. */
    PICK,
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
    /** Done where nothing is measured; the school is to accept. */
    FINISH,
    /** Done where nobody accepts: that ends it. */
    SOLVE,
    /** A step of the checklist done, or not done after all. */
    TICK,
    /** A time of its service level was broken; nobody asks for it. */
    BREACH,
    /** Linked with another ticket. */
    LINK,
    /** Some of its devices or its work went to tickets of their own. */
    SPLIT,
    /** Goes back to the ticket from which it was split. */
    REJOIN,
    /** Sent back by the school. */
    REWORK,
    /** Accepted by the school. */
    ACCEPT,
    /** Accepted by the school, with defects that are to be put right. */
    ACCEPT_WITH_DEFECTS,
    /** A defect that was found after the acceptance. */
    ADD_DEFECT,
    /** Done. */
    CLOSE,
    /** Not to be done, also as another ticket says the same. */
    CANCEL,
    /** To be done after all. */
    REOPEN
}
