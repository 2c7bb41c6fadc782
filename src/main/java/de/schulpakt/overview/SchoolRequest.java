package de.schulpakt.overview;

import de.schulpakt.procurement.request.RequestState;
import java.time.Instant;

/** A request of one's own school with how far it has come. Amount gross, in cents. */
public record SchoolRequest(Long id, String no, String title, Long schoolId, String school, RequestState state,
        Instant submittedAt, Long totalCents, Progress progress) {
}
