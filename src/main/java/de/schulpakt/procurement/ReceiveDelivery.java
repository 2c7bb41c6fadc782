package de.schulpakt.procurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Goods that came with one delivery note and one invoice. */
public record ReceiveDelivery(@NotNull Long orderId, @NotNull Integer version, @NotBlank @Size(max = 60) String deliveryNoteNo,
        @NotNull LocalDate receivedOn, @NotBlank @Size(max = 60) String invoiceNo, @NotNull LocalDate invoicedOn,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid ReceivedLine> lines) {
}
