package de.schulpakt.overview;

import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.programme.Category;
import java.time.Instant;

/**
 * A posting with the budget it belongs to and what caused it. Amounts gross, own share included, in cents.
 *
 * @param resolvesId the reservation or commitment that it ended, null if it ended none
 * @param source     what caused it, as the ledger keeps it
 * @param cause      the same resolved; null if nothing but the source is known
 */
public record PostingRow(Long id, Instant at, PostingKind kind, Long amountCents, Long resolvesId, Long budgetId,
        String programme, Long applicationId, String applicationNo, Integer positionNo, Category category, Long schoolId,
        String school, String source, String actor, String note, Cause cause) {
    /** As the statement reads it. */
    public PostingRow(Long id, Instant at, PostingKind kind, Long amountCents, Long resolvesId, Long budgetId,
            String programme, Long applicationId, String applicationNo, Integer positionNo, Category category, Long schoolId,
            String school, String source, String actor, String note) {
        this(id, at, kind, amountCents, resolvesId, budgetId, programme, applicationId, applicationNo, positionNo, category,
                schoolId, school, source, actor, note, null);
    }

    PostingRow with(Cause found) {
        return new PostingRow(id, at, kind, amountCents, resolvesId, budgetId, programme, applicationId, applicationNo,
                positionNo, category, schoolId, school, source, actor, note, found);
    }
}
