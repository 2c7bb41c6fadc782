package de.schulpakt.funding;

import java.time.Instant;

/**
 * A line of the ledger. The source is what caused it, e.g. {@code request_item:42}.
 *
 * @param amountCents gross, own share included
 * @param resolvesId  the reservation or commitment that this one ended
 * @param resolvedBy  the posting that ended this one, null while it is open or if it never opens
 */
public record PostingRow(Long id, PostingKind kind, Long amountCents, Long resolvesId, Long resolvedBy, String source,
        String actor, Instant at, String note) {
    /** Kind of the source, e.g. request_item. */
    public String sourceType() {
        int colon = source.indexOf(':');
        return colon < 0 ? source : source.substring(0, colon);
    }

    /** Id of the source, null if it has none. */
    public Long sourceId() {
        String[] parts = source.split(":");
        return parts.length > 1 && parts[1].matches("\\d{1,18}") ? Long.valueOf(parts[1]) : null;
    }

    /** True for a reservation or commitment that nothing has ended yet. */
    public boolean open() {
        return resolvedBy == null && (kind == PostingKind.RESERVE || kind == PostingKind.COMMIT);
    }
}
