package de.schulpakt.install;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * The work is done and measured.
 *
 * @param roomId     room where the device hangs; it is placed there
 * @param socket     label of the socket in the wall
 * @param switchPort switch and port at the other end
 * @param lengthM    length of the link in metres, may be null
 * @param signalDbm  received signal at the far end of the room in dBm, for radio only, may be null
 * @param passed     true if the measurement meets the class
 */
public record MeasureTicket(@NotNull Long id, @NotNull Integer version, @NotNull Long roomId,
        @NotBlank @Size(max = 40) String socket, @NotBlank @Size(max = 60) String switchPort, @NotNull CableClass cableClass,
        @DecimalMin("0.1") @DecimalMax("9999.9") @Digits(integer = 4, fraction = 1) BigDecimal lengthM,
        @Min(-120) @Max(0) Integer signalDbm, @NotNull Boolean passed, @Size(max = 1000) String note) {
}
