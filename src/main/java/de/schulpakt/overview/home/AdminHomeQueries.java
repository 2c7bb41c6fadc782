package de.schulpakt.overview.home;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Queries;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The state of the installation, for its administrator: numbers only, nothing of what schools ask for or spend. */
@Queries
public class AdminHomeQueries {
    /** The state of the installation. */
    public record Home(Long users, Long lockedUsers, Long schools, List<ImportLine> imports) {
    }

    /** An import of the last time. */
    public record ImportLine(String kind, String fileName, String state, Integer rowsNew, Integer rowsChanged, Integer rowsWrong,
            String actor, Instant createdAt) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /** Users, schools and the last imports. */
    public Home admin() {
        guard.requireEverywhere(USER_ADMIN);
        Object[] n = (Object[]) em.createNativeQuery("select (select count(*) from app_user), (select count(*) from app_user"
                        + " where active = 0), (select count(*) from school)")
                .getSingleResult();
        return new Home(number(n[0]), number(n[1]), number(n[2]), imports());
    }

    private List<ImportLine> imports() {
        List<?> rows = em.createNativeQuery("select kind, file_name, state, rows_new, rows_changed, rows_wrong, actor_name, created_at"
                + " from import_job order by id desc limit 5").getResultList();
        return rows.stream().map(Object[].class::cast).map(r -> new ImportLine((String) r[0], (String) r[1], (String) r[2],
                (Integer) r[3], (Integer) r[4], (Integer) r[5], (String) r[6], instant(r[7]))).toList();
    }

    /** A native query answers a DATETIME as the driver reads it; the database keeps UTC. */
    private static Instant instant(Object value) {
        LocalDateTime time = value instanceof Timestamp stamp ? stamp.toLocalDateTime() : (LocalDateTime) value;
        return time.toInstant(ZoneOffset.UTC);
    }

    private static Long number(Object value) {
        return ((Number) value).longValue();
    }
}
