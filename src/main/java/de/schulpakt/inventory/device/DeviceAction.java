package de.schulpakt.inventory.device;

/** What happens to devices; named in the history. */
public enum DeviceAction {
    /** Delivered and given an inventory number. */
    REGISTER,
    /** Taken into the inventory by hand. */
    ADD,
    /** Taken from the old stock, or told more of, by an import. */
    IMPORT,
    /** It had been entered by mistake: what an import took in, taken back before anybody has touched it. */
    TAKE_OUT,
    /** Tied to the position of an award that has paid it. */
    TIE_AWARD,
    /** No longer tied to the position of an award. */
    UNTIE_AWARD,
    /** No longer, or otherwise, tied to an award, so that a verified binding ends now or earlier than it did. */
    RELEASE_AWARD,
    /** Spot in its room, warranty or condition said anew. */
    DESCRIBE,
    /** Known by one more number. */
    ADD_NUMBER,
    /** No longer known by a number. */
    END_NUMBER,
    /** Put into a room. */
    PLACE,
    /** Put into service by the school. */
    SERVE,
    /** Put into service by the acceptance of its installation; nobody can ask for it otherwise. */
    COMMISSION,
    /** Handed out to a borrower; a loan does it. */
    LEND,
    /** Back from a borrower; a loan does it. */
    TAKE_BACK,
    /** Gone to another school; an offer does it. */
    CHANGE_SCHOOL,
    /** Back at the supplier, or booked though it had never come. */
    SEND_BACK,
    /** Known by another serial number, because the first was misread. */
    CORRECT_SERIAL,
    /** Paid by others, and bound as they say. */
    REPAY,
    /** Delivered on another day than was booked. */
    CORRECT_DAY,
    /** Given away for repair. */
    REPAIR,
    /** Back from repair, in service again. */
    RETURN_TO_SERVICE,
    /** Back from repair, not yet in service. */
    RETURN_TO_STOCK,
    /** Went from its place, because another device came in it. */
    SWAP_OUT,
    /** Came in the place of another device. */
    SWAP_IN,
    /** There again, though it had been given up. */
    REVIVE,
    /** Reported lost or stolen. */
    REPORT_LOST,
    /** Found again. */
    FIND,
    /** To be given up while its binding lasts: proposed, and waiting for a second person. */
    ASK_RETIRE,
    /** The proposal to give it up was turned down or taken back. */
    KEEP,
    /** Given up while its binding lasts, confirmed by a second person. */
    CONFIRM_RETIRE,
    /** Given up for good. */
    RETIRE
}
