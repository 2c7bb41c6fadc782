package de.schulpakt.school.place;

import static de.schulpakt.identity.Permission.SCHOOL_VIEW;
import static de.schulpakt.platform.list.Column.Kind.DAY;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** The places that are no schools and that the asker may see, by name. */
@Queries
public class OtherPlaceList extends ListOf<OtherPlaceList.Row> {
    private static final Listing<Row> LISTING = Listing.of(Row.class, "places", "/school/places")
            .from("School s").join("a", "left join Authority a on a.id = s.authorityId")
            .column("name", "fact.name", TEXT, "s.name").sorted().always().link("school.xhtml?id={id}")
            .column("kind", "place.kind", NAME, "s.place").sorted()
            .column("street", "fact.street", TEXT, "s.street")
            .column("postcode", "fact.postcode", TEXT, "s.postcode").sorted()
            .column("city", "fact.city", TEXT, "s.city").sorted()
            .column("phone", "fact.phone", TEXT, "s.phone").asked()
            .column("authority", "fact.authority", TEXT, "a.name").sorted()
            .column("no", "place.no", TEXT, "s.officialNo").sorted().asked()
            .column("endedOn", "place.ended_on", DAY, "s.endedOn").sorted()
            .words("text", Words.in().parts("s.name", "s.officialNo", "s.street"))
            .equal("kind", PlaceKind.class, "s.place").equal("authority", Long.class, "s.authorityId")
            .usually("s.name")
            .build();
    @Inject
    Guard guard;

    /** A place; endedOn is since when it is not looked after any more, null while it is. */
    public record Row(Long id, String name, PlaceKind kind, String street, String postcode, String city, String phone, String authority, String no, LocalDate endedOn) {
    }

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return Condition.and(List.of(guard.scope(SCHOOL_VIEW).of("s"), Condition.of("s.isSchool = false")));
    }
}
