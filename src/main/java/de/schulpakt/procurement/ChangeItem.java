package de.schulpakt.procurement;

import de.schulpakt.funding.Category;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * New facts of a catalogue item. Lines already written keep their price.
 *
 * @param priceCents gross, for one piece
 * @param vatBp      value added tax contained in the price, in basis points
 * @param active     false: can no longer be requested or ordered
 */
public record ChangeItem(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 160) String name,
        @NotNull Category category, @NotNull @Positive @Max(10_000_000_000L) Long priceCents,
        @NotNull @PositiveOrZero @Max(10_000) Integer vatBp, @Size(max = 80) String contract, LocalDate validTo,
        @NotNull Boolean active) {
}
