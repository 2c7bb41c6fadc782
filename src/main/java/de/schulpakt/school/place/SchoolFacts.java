package de.schulpakt.school.place;

import de.schulpakt.platform.text.Fold;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What the register knows of a school, apart from its key (federal state and official number). Any fact may be null but
 * name and type.
 *
 * @param latitude  degrees north, WGS 84, six decimals
 * @param longitude degrees east, WGS 84, six decimals
 */
public record SchoolFacts(String name, SchoolType type, String street, String postcode, String city, BigDecimal latitude,
        BigDecimal longitude, String phone, Integer pupils) {
    private static final int DECIMALS = 6;

    /** Folds blanks and brings coordinates to the precision that is stored, so that equal facts are equal. */
    public SchoolFacts {
        name = Fold.text(name);
        street = Fold.text(street);
        postcode = Fold.text(postcode);
        city = Fold.text(city);
        phone = Fold.text(phone);
        latitude = scaled(latitude);
        longitude = scaled(longitude);
    }

    private static BigDecimal scaled(BigDecimal degrees) {
        return degrees == null ? null : degrees.setScale(DECIMALS, java.math.RoundingMode.HALF_UP);
    }

    /** True when the other has the same facts; coordinates are compared as numbers. */
    public boolean same(SchoolFacts other) {
        return Objects.equals(this, other);
    }
}
