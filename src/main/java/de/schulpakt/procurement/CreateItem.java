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
 * A new catalogue item.
 *
 * @param category   funding category that can pay for it
 * @param priceCents gross, for one piece
 * @param vatBp      value added tax contained in the price, in basis points (1900 = 19 %)
 * @param contract   framework contract, may be null
 * @param validTo    last day on which it may be requested and ordered, null without end
 */
public record CreateItem(@NotNull Long modelId, @NotNull Long supplierId, @NotBlank @Size(max = 160) String name,
        @NotNull Category category, @NotNull @Positive @Max(10_000_000_000L) Long priceCents,
        @NotNull @PositiveOrZero @Max(10_000) Integer vatBp, @Size(max = 80) String contract, LocalDate validTo) {
}
