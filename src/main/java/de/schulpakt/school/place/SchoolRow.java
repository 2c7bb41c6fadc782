package de.schulpakt.school.place;

/** A school in the list of schools; authority is null for a school that no authority of this installation runs. */
public record SchoolRow(Long id, String stateCode, String officialNo, String name, SchoolType type, String street,
        String postcode, String city, String phone, Integer pupils, String authority) {
}
