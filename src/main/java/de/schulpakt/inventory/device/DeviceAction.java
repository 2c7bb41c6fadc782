package de.schulpakt.inventory.device;

/** What happens to devices; named in the history. */
public enum DeviceAction {
    /** Delivered and given an inventory number. */
    REGISTER,
    /** Put into a room. */
    PLACE,
    /** Put into service by the school. */
    SERVE,
    /** Put into service by the acceptance of its installation; nobody can ask for it otherwise. */
    COMMISSION,
    /** Given away for repair. */
    REPAIR,
    /** Back from repair, in service again. */
    RETURN_TO_SERVICE,
    /** Back from repair, not yet in service. */
    RETURN_TO_STOCK,
    /** Reported lost or stolen. */
    REPORT_LOST,
    /** Found again. */
    FIND,
    /** Given up for good. */
    RETIRE
}
