package de.schulpakt.demo;

import static de.schulpakt.demo.DemoTable.text;

import de.schulpakt.identity.Permission;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.school.place.RoomKind;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.SchoolType;
import de.schulpakt.school.place.Schools;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Authority, schools, buildings and rooms of the demo. */
@ApplicationScoped
class DemoPlaces {
    @Inject
    Schools schools;
    @Inject
    SchoolQueries queries;

    /** Creates the authority with its schools and rooms; answers its id. */
    Long create() {
        Long authority = schools.createAuthority(new Schools.CreateAuthority("Stadt Koblenz"));
        Map<String, Long> byNumber = new HashMap<>();
        for (NamedCsvRecord row : DemoTable.read("schools.csv")) {
            byNumber.put(text(row, "official_no"), schools.create(new Schools.Create(authority, "RP", text(row, "official_no"),
                    text(row, "name"), SchoolType.valueOf(text(row, "type")), text(row, "street"), text(row, "postcode"),
                    text(row, "city"), decimal(row, "latitude"), decimal(row, "longitude"), text(row, "phone"),
                    text(row, "pupils") == null ? null : Integer.valueOf(text(row, "pupils")))));
        }
        Map<String, Long> buildings = new HashMap<>();
        for (NamedCsvRecord row : DemoTable.read("rooms.csv")) {
            Long school = byNumber.get(text(row, "school_official_no"));
            Long building = buildings.computeIfAbsent(school + text(row, "building"),
                    key -> schools.addBuilding(school, new Schools.AddBuilding(text(row, "building"))));
            schools.addRoom(new Schools.AddRoom(building, text(row, "room"), text(row, "floor"), RoomKind.valueOf(text(row, "kind"))));
        }
        return authority;
    }

    /** The school whose name contains these words. */
    Long school(String words) {
        return queries.options(Permission.SCHOOL_VIEW, words, new PageRequest(1, 1, null)).rows().stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("no school of the demo is called " + words)).id();
    }

    /** The room of a school for lessons, counted from 0 in the order of names. */
    Long room(Long school, int number) {
        List<SchoolQueries.RoomOption> rooms = queries.rooms(school).stream().filter(r -> r.kind() == RoomKind.CLASSROOM).toList();
        return rooms.get(number % rooms.size()).id();
    }

    /** How many schools there are already: the demo is loaded into an empty installation only. */
    boolean isEmpty() {
        return queries.authorities().isEmpty();
    }

    private static BigDecimal decimal(NamedCsvRecord row, String column) {
        return text(row, column) == null ? null : new BigDecimal(text(row, column));
    }
}
