package de.schulpakt.school.place;

import static de.schulpakt.identity.Permission.SCHOOL_VIEW;
import static de.schulpakt.platform.list.Column.Kind.NAME;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.TEXT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import jakarta.inject.Inject;
import java.util.List;

/** The schools that the asker may see, by name. */
@Queries
public class SchoolList extends ListOf<SchoolQueries.Row> {
    private static final Listing<SchoolQueries.Row> LISTING = Listing.of(SchoolQueries.Row.class, "schools", "/school/schools")
            .from("School s").join("a", "left join Authority a on a.id = s.authorityId")
            .column("name", "fact.name", TEXT, "s.name").sorted().always().link("school.xhtml?id={id}")
            .column("type", "fact.type", NAME, "s.type").sorted()
            .column("street", "fact.street", TEXT, "s.street").asked()
            .column("postcode", "fact.postcode", TEXT, "s.postcode").sorted()
            .column("city", "fact.city", TEXT, "s.city").sorted()
            .column("phone", "fact.phone", TEXT, "s.phone").asked()
            .column("pupils", "fact.pupils", NUMBER, "s.pupils").sorted().asked()
            .column("authority", "fact.authority", TEXT, "a.name").sorted().none("school.no_authority")
            .column("stateCode", "fact.state", TEXT, "s.stateCode").asked()
            .column("officialNo", "fact.officialNo", TEXT, "s.officialNo").sorted()
            .words("text", Words.in().parts("s.name", "s.officialNo", "s.street"))
            .starts("city", "s.city", "s.postcode")
            .equal("authority", Long.class, "s.authorityId").equal("type", SchoolType.class, "s.type")
            .own(SchoolsOfApplication.PARAMETER, Long.class, id -> SchoolsOfApplication.of("s.id", id))
            .usually("s.name")
            .build();
    @Inject
    Guard guard;
    @Inject
    SchoolsOfApplication applications;

    @Override
    protected Listing<SchoolQueries.Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return Condition.and(List.of(guard.scope(SCHOOL_VIEW).of("s"), Condition.of("s.isSchool = true")));
    }

    @Override
    protected List<Condition> conditions(ListView view) {
        List<Condition> all = super.conditions(view);
        all.add(applications.seen(view));
        return all;
    }
}
