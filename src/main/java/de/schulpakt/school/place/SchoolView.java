package de.schulpakt.school.place;

import de.schulpakt.platform.HistoryEntry;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * One school whole, as far as this module knows it.
 *
 * @param rooms    how many rooms it has
 * @param actions  what the asker may do now
 * @param timeline what happened to it, newest first
 */
public record SchoolView(Long id, Long authorityId, String authority, String stateCode, String officialNo, String name,
        SchoolType type, String street, String postcode, String city, BigDecimal latitude, BigDecimal longitude,
        String phone, Integer pupils, Integer version, Long rooms, Set<SchoolAction> actions, List<HistoryEntry> timeline) {

    /** Street, postcode and town in one line; what is unknown is left out. */
    public String address() {
        String place = ((postcode == null ? "" : postcode) + " " + (city == null ? "" : city)).strip();
        return street == null ? place : place.isEmpty() ? street : street + ", " + place;
    }

    SchoolView with(Set<SchoolAction> now, List<HistoryEntry> entries) {
        return new SchoolView(id, authorityId, authority, stateCode, officialNo, name, type, street, postcode, city,
                latitude, longitude, phone, pupils, version, rooms, now, entries);
    }
}
