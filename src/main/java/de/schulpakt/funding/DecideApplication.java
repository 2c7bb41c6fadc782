package de.schulpakt.funding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * The decision of the granting body (Bescheid).
 *
 * @param reference  file reference of the decision
 * @param periodFrom approval period; may be absent only when all is rejected
 * @param positions  every position of the application, once
 * @param reason     needed when all is rejected
 */
public record DecideApplication(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 80) String reference,
        @NotNull LocalDate decidedOn, LocalDate periodFrom, LocalDate periodTo,
        @NotNull List<@NotNull @Valid ApprovedPosition> positions, @Size(max = 2000) String reason) {
}
