package de.schulpakt.school.concept;

import static de.schulpakt.identity.Permission.APPLICATION_EDIT;
import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
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

/** Questions about concepts of schools. */
@Queries
public class ConceptQueries {
    /**
     * A version.
     *
     * @param current      true if it is the one that counts today
     * @param mayEdit      true if the asker may change it
     * @param maySignOther true if the asker may record the signature of the authority
     */
    public record View(Long id, Long schoolId, String school, ConceptKind kind, Integer edition, String title, LocalDate resolvedOn, LocalDate validFrom, String approver,
            LocalDate approvedOn, LocalDate schoolSignedOn, LocalDate authoritySignedOn, LocalDate withdrawnOn, String recordedBy, Instant recordedAt, Integer version,
            boolean current, boolean mayEdit, boolean maySignOther) {
    }

    /**
     * The version that counts on a day, for who relies on it.
     *
     * @param files how many files it has
     */
    public record Valid(Long id, Long schoolId, ConceptKind kind, Integer edition, String title, LocalDate resolvedOn, LocalDate validFrom, String approver,
            LocalDate approvedOn, LocalDate schoolSignedOn, LocalDate authoritySignedOn, Long files) {
    }

    /** What stands in a row. */
    record Stored(Long id, Long schoolId, Long authorityId, String school, ConceptKind kind, Integer edition, String title, LocalDate resolvedOn, LocalDate validFrom,
            String approver, LocalDate approvedOn, LocalDate schoolSignedOn, LocalDate authoritySignedOn, LocalDate withdrawnOn, String recordedBy, Instant recordedAt,
            Integer version) {
        View with(boolean current, boolean may, boolean maySignOther) {
            return new View(id, schoolId, school, kind, edition, title, resolvedOn, validFrom, approver, approvedOn, schoolSignedOn, authoritySignedOn, withdrawnOn, recordedBy,
                    recordedAt, version, current, may, maySignOther);
        }
    }

    /** JPQL: the version {@code c} counts on the day {@code :day}. */
    static final String COUNTS = """
            c.withdrawnOn is null and c.validFrom <= :day and not exists (select x.id from Concept x where x.schoolId = c.schoolId and x.kind = c.kind
            and x.withdrawnOn is null and x.validFrom <= :day and (x.validFrom > c.validFrom or x.validFrom = c.validFrom and x.edition > c.edition))""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /**
     * One version.
     *
     * @throws NotFound if there is none, or the asker may not see the school
     */
    public View view(long id) {
        Stored c = Ask.of(em, Stored.class, """
                select c.id as id, s.id as schoolId, s.authorityId as authorityId, s.name as school, c.kind as kind, c.edition as edition, c.title as title,
                    c.resolvedOn as resolvedOn, c.validFrom as validFrom, c.approver as approver, c.approvedOn as approvedOn, c.schoolSignedOn as schoolSignedOn,
                    c.authoritySignedOn as authoritySignedOn, c.withdrawnOn as withdrawnOn, c.recordedBy as recordedBy, c.recordedAt as recordedAt, c.version as version
                from Concept c join School s on s.id = c.schoolId where c.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Concept", id));
        try {
            guard.require(SCHOOL_VIEW, c.schoolId());
        } catch (NotFound hidden) {
            throw new NotFound("Concept", id);
        }
        boolean current = Ask.of(em, Long.class, "select c.id from Concept c where c.id = :id and " + COUNTS).set("id", id).set("day", clock.today()).one().isPresent();
        return c.with(current, guard.may(ROOM_EDIT, c.schoolId()), c.authorityId() != null && guard.mayAuthority(APPLICATION_EDIT, c.authorityId()));
    }

    /** The versions of one kind that count on a day, by school. */
    @Unguarded("Inner door: the caller has asked the guard for the subject that relies on the concepts.")
    public Map<Long, Valid> valid(List<Long> schools, ConceptKind kind, LocalDate on) {
        return Ask.of(em, Valid.class, """
                select c.id as id, c.schoolId as schoolId, c.kind as kind, c.edition as edition, c.title as title, c.resolvedOn as resolvedOn, c.validFrom as validFrom,
                    c.approver as approver, c.approvedOn as approvedOn, c.schoolSignedOn as schoolSignedOn, c.authoritySignedOn as authoritySignedOn,
                    (select count(p) from Paper p where p.subjectType = 'Concept' and p.subjectId = c.id and p.removedAt is null) as files
                from Concept c where c.schoolId in :schools and c.kind = :kind and\s""" + COUNTS).set("schools", schools).set("kind", kind).set("day", on).list().stream()
                .collect(Collectors.toMap(Valid::schoolId, v -> v));
    }

    /** True if the asker may record concepts of a school. */
    public boolean mayRecord(Long schoolId) {
        return schoolId != null && guard.may(ROOM_EDIT, schoolId);
    }
}
