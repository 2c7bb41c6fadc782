package de.schulpakt.funding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A new rule of a programme. Older values stay: each holds until the day before the next one of its kind and category.
 *
 * @param category null: for all categories
 * @param value    as {@link RuleKind} says
 * @param verified true only if the value was read in an official source
 */
public record AddRule(@NotNull Long programmeId, @NotNull RuleKind kind, Category category,
        @NotBlank @Size(max = 120) String value, @NotNull LocalDate validFrom, @NotBlank @Size(max = 300) String source,
        @Size(max = 500) String sourceUrl, @NotNull Boolean verified) {
}
