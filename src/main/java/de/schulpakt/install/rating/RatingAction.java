package de.schulpakt.install.rating;

/** What happens to ratings; named in the history of the ticket. */
enum RatingAction {
    /** Given, or another one. */
    RATE,
    /** Taken back. */
    UNRATE
}
