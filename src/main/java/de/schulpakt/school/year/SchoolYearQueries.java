package de.schulpakt.school.year;

import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Questions about the numbers of schools by school year. */
@Queries
public class SchoolYearQueries {
    /**
     * The numbers of a school year.
     *
     * @param mayEdit true if the asker may change them
     */
    public record View(Long id, Long schoolId, String school, Integer begins, Integer pupils, Integer teachers, Integer classes, String source, String recordedBy,
            Instant recordedAt, Integer version, boolean mayEdit) {
        /** 2026/27. */
        public String name() {
            return SchoolYear.name(begins);
        }
    }

    /** The numbers of a school year, for who relies on them. */
    public record Numbers(Long id, Long schoolId, Integer begins, Integer pupils, Integer teachers, Integer classes, String source) {
        /** 2026/27. */
        public String name() {
            return SchoolYear.name(begins);
        }
    }

    /** What stands in a row. */
    record Stored(Long id, Long schoolId, String school, Integer begins, Integer pupils, Integer teachers, Integer classes, String source, String recordedBy,
            Instant recordedAt, Integer version) {
        View with(boolean may) {
            return new View(id, schoolId, school, begins, pupils, teachers, classes, source, recordedBy, recordedAt, version, may);
        }
    }

    private static final String ROW = """
            select y.id as id, s.id as schoolId, s.name as school, y.begins as begins, y.pupils as pupils, y.teachers as teachers, y.classes as classes,
                y.source as source, y.recordedBy as recordedBy, y.recordedAt as recordedAt, y.version as version
            from SchoolYear y join School s on s.id = y.schoolId where\s""";
    private static final int MOST = 100;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /**
     * The numbers of a school, the newest year first.
     *
     * @throws NotFound if the asker may not see the school
     */
    public List<View> of(long schoolId) {
        guard.require(SCHOOL_VIEW, schoolId);
        boolean may = guard.may(ROOM_EDIT, schoolId);
        return Ask.of(em, Stored.class, ROW + "y.schoolId = :school order by y.begins desc").set("school", schoolId).list(MOST).stream().map(v -> v.with(may)).toList();
    }

    /**
     * The numbers of one school year.
     *
     * @throws NotFound if there are none, or the asker may not see the school
     */
    public View view(long id) {
        Stored view = Ask.of(em, Stored.class, ROW + "y.id = :id").set("id", id).one().orElseThrow(() -> new NotFound("SchoolYear", id));
        try {
            guard.require(SCHOOL_VIEW, view.schoolId());
        } catch (NotFound hidden) {
            throw new NotFound("SchoolYear", id);
        }
        return view.with(guard.may(ROOM_EDIT, view.schoolId()));
    }

    /** The numbers of the newest school year that has begun by a day, for each of some schools of which any are known. */
    @Unguarded("Inner door: the caller has asked the guard for the subject that relies on the numbers.")
    public Map<Long, Numbers> newest(List<Long> schools, LocalDate on) {
        return Ask.of(em, Numbers.class, """
                select y.id as id, y.schoolId as schoolId, y.begins as begins, y.pupils as pupils, y.teachers as teachers, y.classes as classes, y.source as source
                from SchoolYear y where y.schoolId in :schools
                and y.begins = (select max(z.begins) from SchoolYear z where z.schoolId = y.schoolId and z.begins <= :latest)""")
                .set("schools", schools).set("latest", SchoolYear.of(on)).list().stream().collect(Collectors.toMap(Numbers::schoolId, n -> n));
    }

    /** True if the asker may record numbers of a school. */
    public boolean mayRecord(Long schoolId) {
        return schoolId != null && guard.may(ROOM_EDIT, schoolId);
    }
}
