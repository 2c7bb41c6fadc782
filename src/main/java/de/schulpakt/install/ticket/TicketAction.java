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
    /** Given to a team beside its technician, or to none. */
    TEAM,
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
    /** The file of a cable tester read. */
    TEST,
    /** Done where nothing is measured; the school is to accept. */
    FINISH,
    /** Done where nobody accepts: that ends it. */
    SOLVE,
    /** A step of the checklist done, or not done after all. */
    TICK,
    /** A result that its kind asks for given, or taken back. */
    RESULT,
    /** A time of its service level was broken; nobody asks for it. */
    BREACH,
    /** Linked with another ticket. */
    LINK,
    /** Linked with another ticket no more. */
    UNLINK,
    /** Some of its devices or its work went to tickets of their own. */
    SPLIT,
    /** Goes back to the ticket from which it was split. */
    REJOIN,
    /** Said to be done by its technician, and not done after all. */
    UNFINISH,
    /** Sent back by the school. */
    REWORK,
    /** The rooms in which the work is done. */
    ROOMS,
    /** Some of its rooms accepted by the school, the others not yet. */
    ACCEPT_ROOMS,
    /** A room not accepted after all. */
    WITHDRAW_ROOM,
    /** The work not accepted after all, as a whole or in a room. */
    WITHDRAW_ACCEPTANCE,
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
    /** Taken back by the school that had asked for it, before anybody has begun. */
    WITHDRAW,
    /** To be done after all. */
    REOPEN
}
