package de.schulpakt.procurement;

import java.time.Instant;

/**
 * A request in a list.
 *
 * @param totalCents gross, at the prices of its lines
 * @param pieces     wanted
 * @param ordered    of these, what is ordered and not cancelled
 * @param delivered  of these, what has come
 */
public record RequestRow(Long id, String no, String title, Long schoolId, String school, RequestState state, Long totalCents,
        Long pieces, Long ordered, Long delivered, Instant createdAt, Instant submittedAt, Integer version) {
}
