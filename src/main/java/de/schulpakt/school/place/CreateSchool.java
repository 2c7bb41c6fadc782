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
 * A new school.
 *
 * @param authorityId null: in the register, run by no authority of this installation
 * @param stateCode   federal state, e.g. RP
 * @param officialNo  number in the register of the federal state
 * @param latitude    degrees north, WGS 84
 * @param longitude   degrees east, WGS 84
 */
public record CreateSchool(Long authorityId, @NotNull @Pattern(regexp = "[A-Z]{2}") String stateCode,
        @NotBlank @Size(max = 20) String officialNo, @NotBlank @Size(max = 200) String name, @NotNull SchoolType type,
        @Size(max = 160) String street, @Pattern(regexp = "\\d{5}") String postcode, @Size(max = 120) String city,
        @DecimalMin("47") @DecimalMax("56") BigDecimal latitude, @DecimalMin("5") @DecimalMax("16") BigDecimal longitude,
        @Size(max = 60) String phone, @Min(0) @Max(100_000) Integer pupils) {
    SchoolFacts facts() {
        return new SchoolFacts(name, type, street, postcode, city, latitude, longitude, phone, pupils);
    }
}
