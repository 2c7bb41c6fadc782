package de.schulpakt.procurement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What is still awaited of an order will not come; its money is free again. */
public record CancelRest(@NotNull Long orderId, @NotNull Integer version, @NotBlank @Size(max = 2000) String reason) {
}
