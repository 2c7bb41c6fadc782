package de.schulpakt.overview;

/** A device that was bought, and its install ticket, null if it has none. */
public record CauseDevice(Long id, String inventoryNo, String serial, Long ticketId, String ticketNo) {
}
