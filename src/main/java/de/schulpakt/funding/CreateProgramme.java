package de.schulpakt.funding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A new funding programme; its rules follow one by one.
 *
 * @param code short name that people use, e.g. DigitalPakt 2.0
 */
public record CreateProgramme(@NotBlank @Size(max = 30) String code, @NotBlank @Size(max = 160) String name,
        @NotNull LocalDate startsOn, @NotNull LocalDate endsOn) {
}
