package de.schulpakt.school.place;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * Other facts of a school; what is null is then unknown.
 *
 * @param version the version that the asker saw
 */
public record ChangeSchool(@NotNull Long id, @NotNull Integer version, @NotBlank @Size(max = 200) String name, @NotNull SchoolType type,
        @Size(max = 160) String street, @Pattern(regexp = "\\d{5}") String postcode, @Size(max = 120) String city,
        @DecimalMin("47") @DecimalMax("56") BigDecimal latitude, @DecimalMin("5") @DecimalMax("16") BigDecimal longitude,
        @Size(max = 60) String phone, @Min(0) @Max(100_000) Integer pupils) {
    SchoolFacts facts() {
        return new SchoolFacts(name, type, street, postcode, city, latitude, longitude, phone, pupils);
    }
}
