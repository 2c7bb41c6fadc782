package de.schulpakt.paper.retention;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the next run of {@link RetentionJob} would remove, for administrators. */
@Queries
public class RetentionQueries {
    private static final int SHOWN = 50;
    /** As many papers of a kind are looked at; beyond, the answer says that there are more. */
    private static final int MOST = 20_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    PaperAges ages;

    /**
     * What a run would do to the papers of a kind.
     *
     * @param keepYears  so many years after the end of the year in which it came a paper is removed
     * @param removes    how many would be removed
     * @param held       how many are over their time and stay, because a grant needs them
     * @param more       true if there are more than were looked at, which the figures leave out
     * @param papers     the oldest of those that would be removed, at most 50
     */
    public record Preview(Long kindId, String nameDe, String nameEn, Integer keepYears, Long removes, Long held, Boolean more, List<Due> papers) {
    }

    /** A paper that would be removed. */
    public record Due(Long id, String name, String subjectType, Long subjectId, Instant madeAt) {
    }

    private record Named(Long id, String nameDe, String nameEn, Integer keepYears) {
    }

    /** Of each kind that has a time of keeping, what the next run would do. */
    public List<Preview> next() {
        guard.requireEverywhere(USER_ADMIN);
        return ages.kinds().stream().map(kind -> preview(kind.id(), kind.years())).toList();
    }

    /**
     * What a run would do if the papers of a kind were kept for so many years: asked before the years are changed.
     *
     * @param keepYears 1 to 99; what is beyond is taken as the nearest of them, null: as many as now
     * @throws NotFound for an unknown kind
     */
    public Preview preview(long kindId, Integer keepYears) {
        guard.requireEverywhere(USER_ADMIN);
        Named kind = Ask.of(em, Named.class, "select k.id as id, k.nameDe as nameDe, k.nameEn as nameEn, k.keepYears as keepYears from PaperKind k where k.id = :id").set("id", kindId).one()
                .orElseThrow(() -> new NotFound("PaperKind", kindId));
        Integer asked = keepYears == null ? kind.keepYears() : keepYears;
        if (asked == null) {
            return new Preview(kind.id(), kind.nameDe(), kind.nameEn(), null, 0L, 0L, false, List.of());
        }
        int years = Math.max(1, Math.min(asked, 99));
        List<Due> first = new ArrayList<>();
        long removes = 0;
        long held = 0;
        Long after = 0L;
        while (after != null && removes + held < MOST) {
            PaperAges.Batch batch = ages.next(kindId, years, after);
            removes += batch.free().size();
            held += batch.held();
            batch.free().stream().limit(SHOWN - first.size()).map(p -> new Due(p.id(), p.name(), p.subjectType(), p.subjectId(), p.madeAt())).forEach(first::add);
            after = batch.last();
        }
        return new Preview(kind.id(), kind.nameDe(), kind.nameEn(), years, removes, held, after != null, List.copyOf(first));
    }
}
