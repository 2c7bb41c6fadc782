package de.schulpakt.inventory.stocktake;

/** What happens to stock-takings; named in the history. */
public enum StocktakeAction {
    /** Opened, with what is expected. */
    OPEN,
    /** A number was scanned; the item keeps it, the history does not. */
    SCAN,
    /** What was scanned by mistake was taken back. */
    UNSCAN,
    /** Somebody has decided in which of several rooms a device is. */
    DECIDE,
    /** Differences were explained. */
    EXPLAIN,
    /** Closed, for each difference is explained. */
    CLOSE,
    /** Closed too early: people go on counting. */
    REOPEN,
    /** Given up. */
    CANCEL
}
