package de.schulpakt.school.year;

import static de.schulpakt.identity.Permission.SCHOOL_VIEW;
import static de.schulpakt.platform.list.Column.Kind.INSTANT;
import static de.schulpakt.platform.list.Column.Kind.NUMBER;
import static de.schulpakt.platform.list.Column.Kind.TEXT;
import static de.schulpakt.platform.list.Column.Kind.YEAR;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.list.Condition;
import de.schulpakt.platform.list.ListOf;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.list.Listing;
import de.schulpakt.platform.list.Words;
import de.schulpakt.school.place.SchoolsOfApplication;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The numbers of the schools that the asker may see, by school year. */
@Queries
public class SchoolYearList extends ListOf<SchoolYearList.Row> {
    /** The numbers of a school in a school year. */
    public record Row(Long id, Long schoolId, String officialNo, String school, Integer begins, Integer pupils, Integer teachers, Integer classes, String source,
            String recordedBy, Instant recordedAt) {
    }

    private static final Listing<Row> LISTING = Listing.of(Row.class, "school-years", "/school/years")
            .from("SchoolYear y").join("s", "join School s on s.id = y.schoolId").hidden("schoolId", "s.id")
            .column("school", "school_year.school", TEXT, "s.name").always().link("year.xhtml?id={id}")
            .column("officialNo", "school_year.official_no", TEXT, "s.officialNo").asked()
            .column("begins", "school_year.begins", YEAR, "y.begins").always()
            .column("pupils", "school_year.pupils", NUMBER, "y.pupils")
            .column("teachers", "school_year.teachers", NUMBER, "y.teachers")
            .column("classes", "school_year.classes", NUMBER, "y.classes")
            .column("source", "school_year.source", TEXT, "y.source")
            .column("recordedBy", "school_year.recorded_by", TEXT, "y.recordedBy").asked()
            .column("recordedAt", "school_year.recorded_at", INSTANT, "y.recordedAt").asked()
            .words("q", Words.in().among("y.schoolId", "School", "s", "name"))
            .equal("school", Long.class, "y.schoolId").equal("begins", Long.class, "y.begins")
            .own(SchoolsOfApplication.PARAMETER, Long.class, id -> SchoolsOfApplication.of("y.schoolId", id))
            .build();
    @Inject
    Guard guard;
    @Inject
    SchoolsOfApplication applications;

    @Override
    protected Listing<Row> declared() {
        return LISTING;
    }

    @Override
    protected Condition scope() {
        return guard.scope(SCHOOL_VIEW).of("s");
    }

    @Override
    protected List<Condition> conditions(ListView view) {
        List<Condition> all = super.conditions(view);
        all.add(applications.seen(view));
        return all;
    }
}
