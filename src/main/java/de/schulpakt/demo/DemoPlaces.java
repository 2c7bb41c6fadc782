package de.schulpakt.demo;

import static de.schulpakt.demo.DemoTable.text;

import de.schulpakt.identity.Permission;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.school.building.BuildingFacts;
import de.schulpakt.school.building.Fibre;
import de.schulpakt.school.building.Listed;
import de.schulpakt.school.building.Power;
import de.schulpakt.school.concept.ConceptKind;
import de.schulpakt.school.concept.ConceptQueries;
import de.schulpakt.school.concept.ConceptSide;
import de.schulpakt.school.concept.Concepts;
import de.schulpakt.school.contact.ContactTask;
import de.schulpakt.school.contact.Contacts;
import de.schulpakt.school.place.OtherPlaces;
import de.schulpakt.school.place.PlaceKind;
import de.schulpakt.school.place.RoomKind;
import de.schulpakt.school.place.RoomQueries;
import de.schulpakt.school.place.Rooms;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.SchoolType;
import de.schulpakt.school.place.Schools;
import de.schulpakt.school.year.SchoolYears;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Authority, schools, buildings and rooms of the demo. */
@ApplicationScoped
class DemoPlaces {
    @Inject
    Schools schools;
    @Inject
    OtherPlaces others;
    @Inject
    SchoolQueries queries;
    @Inject
    Rooms rooms;
    @Inject
    RoomQueries places;
    @Inject
    SchoolYears years;
    @Inject
    BuildingFacts facts;
    @Inject
    Contacts contacts;
    @Inject
    Concepts concepts;
    @Inject
    ConceptQueries conceptQueries;
    @Inject
    Clock clock;

    /** Creates the authority with its schools and rooms; answers its id. */
    Long create() {
        Long authority = schools.createAuthority(new Schools.CreateAuthority("Stadt Koblenz"));
        Map<String, Long> byNumber = new HashMap<>();
        int last = clock.today().getYear() - 1;
        for (NamedCsvRecord row : DemoTable.read("schools.csv")) {
            byNumber.put(text(row, "official_no"), schools.create(new Schools.Create(authority, "RP", text(row, "official_no"),
                    text(row, "name"), SchoolType.valueOf(text(row, "type")), text(row, "street"), text(row, "postcode"),
                    text(row, "city"), decimal(row, "latitude"), decimal(row, "longitude"), text(row, "phone"),
                    text(row, "pupils") == null ? null : Integer.valueOf(text(row, "pupils")))));
            if (text(row, "pupils") != null) {
                years.record(byNumber.get(text(row, "official_no")), new SchoolYears.Numbers(last, Integer.valueOf(text(row, "pupils")), null, null, "Schulregister"));
            }
        }
        Map<String, Long> buildings = new HashMap<>();
        for (NamedCsvRecord row : DemoTable.read("rooms.csv")) {
            Long school = byNumber.get(text(row, "school_official_no"));
            Long building = buildings.computeIfAbsent(school + text(row, "building"),
                    key -> schools.addBuilding(school, new Schools.AddBuilding(text(row, "building"))));
            schools.addRoom(new Schools.AddRoom(building, text(row, "room"), text(row, "floor"), RoomKind.valueOf(text(row, "kind"))));
        }
        years.record(school("Görres"), new SchoolYears.Numbers(last - 1, 642, 48, 24, "Beispiel"));
        describe(school("Görres"));
        return authority;
    }

    /** The town hall, which is no school, with the rooms in which pupils and citizens use the network; the id of the foyer. */
    Long townHall(Long authority) {
        Long place = others.create(new OtherPlaces.Create(authority, "RP", PlaceKind.OFFICE, "Rathaus Koblenz", "Willi-Hörter-Platz 1", "56068", "Koblenz",
                new BigDecimal("50.358900"), new BigDecimal("7.597600"), null));
        Long building = schools.addBuilding(place, new Schools.AddBuilding("Rathausgebäude I"));
        schools.addRoom(new Schools.AddRoom(building, "Technik UG", "UG", RoomKind.SERVER));
        return schools.addRoom(new Schools.AddRoom(building, "Foyer", "EG", RoomKind.OTHER));
    }

    /** Whom to ask there, and its concepts. */
    private void describe(Long school) {
        facts.describe(queries.buildings(school).get(0).id(), new BuildingFacts.Describe(null, 1907, Listed.YES, Fibre.CONNECTED, 500, Power.TIGHT, "Beispiel"));
        Long store = schools.addRoom(new Schools.AddRoom(queries.buildings(school).get(0).id(), "Lehrmittel alt", "EG", RoomKind.OTHER));
        rooms.close(store, new Rooms.Step(places.view(store).version(), "Flurverbreiterung"));
        contacts.record(school, new Contacts.Details(ContactTask.IT, "Beispiel, IT-Betreuung", "0261 000000", "it@goerres.example"));
        LocalDate resolved = clock.today().minusMonths(8);
        concepts.record(school, new Concepts.Record(ConceptKind.MEDIA, new Concepts.Details("Medienkonzept des Görres-Gymnasiums", resolved, resolved, null, null)));
        Long support = concepts.record(school, new Concepts.Record(ConceptKind.SUPPORT, new Concepts.Details("Wartung, Betrieb und IT-Support", resolved, resolved, null, null)));
        concepts.sign(support, new Concepts.Sign(conceptQueries.view(support).version(), ConceptSide.SCHOOL, resolved));
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
