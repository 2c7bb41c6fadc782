package de.schulpakt.inventory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A device that has been delivered.
 *
 * @param targetRoomId room it was requested for, may be null
 * @param orderLineId  line of the order it came with, may be null
 * @param orderNo      number of that order, may be null
 * @param budgetId     budget that paid it, may be null
 * @param fundingLabel programme, application and position as they are called today, may be null
 * @param priceCents   gross price paid, in cents
 * @param binding      binding period, null if the programme sets none
 */
public record RegisterDevice(@NotNull Long modelId, @NotBlank @Size(max = 80) String serial, @NotNull Long schoolId,
        Long targetRoomId, Long orderLineId, @Size(max = 20) String orderNo, Long budgetId,
        @Size(max = 300) String fundingLabel, @NotNull @PositiveOrZero Long priceCents, @NotNull LocalDate deliveredOn,
        @Valid Binding binding) {
}
