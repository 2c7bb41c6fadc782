package de.schulpakt.inventory.ask;

/** What happens to asks; named in the history. */
public enum AskAction {
    /** The school makes the address at which devices are asked for. */
    INVITE,
    /** That address opens nothing any longer. */
    END_INVITE,
    /** Somebody without an account asks. */
    ASK,
    /** A device is kept for them. */
    OFFER,
    /** There is none to give. */
    REFUSE,
    /** Who has asked does not want it any longer. */
    WITHDRAW,
    /** It is to be answered anew. */
    REOPEN,
    /** The booking that was made for it is kept again after all. */
    KEEP,
    /** What is known of the person is erased. */
    ERASE
}
