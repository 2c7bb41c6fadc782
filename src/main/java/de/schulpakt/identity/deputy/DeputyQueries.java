package de.schulpakt.identity.deputy;

import static de.schulpakt.identity.Permission.ROLE_CONFIRM;
import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.CurrentUser;
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

/** Who acts for whom. */
@Queries
public class DeputyQueries {
    private static final int MOST = 100;
    private static final String KEPT = """
            select d.id as id, u.id as ofId, u.name as of_, p.id as deputyId, p.name as deputy, d.fromOn as fromOn, d.toOn as toOn, d.note as note,
              d.waits as waits, d.endedAt as endedAt, d.namedBy as namedBy
            from Deputy d join AppUser u on u.id = d.userId join AppUser p on p.id = d.deputyId where\s""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;

    /**
     * A deputy.
     *
     * @param own   true if the asker is stood in for, false if the asker is the deputy or neither
     * @param waits true if what moves money waits for a second person
     * @param open  true if it can be ended
     * @param mine  true if the asker may be the second person
     */
    public record Row(Long id, String of, String deputy, LocalDate fromOn, LocalDate toOn, String note, DeputyState state, boolean waits, boolean own,
            boolean open, boolean mine) {
    }

    /** The same as it is kept. */
    record Kept(Long id, Long ofId, String of, Long deputyId, String deputy, LocalDate fromOn, LocalDate toOn, String note, Boolean waits, Instant endedAt, Long namedBy) {
        Row told(Long asker, LocalDate today) {
            DeputyState state = endedAt != null ? DeputyState.ENDED : toOn.isBefore(today) ? DeputyState.OVER
                    : fromOn.isAfter(today) ? DeputyState.PLANNED : DeputyState.RUNNING;
            boolean open = state == DeputyState.PLANNED || state == DeputyState.RUNNING;
            return new Row(id, of, deputy, fromOn, toOn, note, state, waits && open, ofId.equals(asker), open,
                    !ofId.equals(asker) && !deputyId.equals(asker) && (namedBy == null || !namedBy.equals(asker)));
        }
    }

    /** Who acts for the asker, and for whom the asker acts, the newest first. */
    @Unguarded("Only what concerns the asker.")
    public List<Row> mine() {
        return told(Ask.of(em, Kept.class, KEPT + "d.userId = :me or d.deputyId = :me order by d.id desc").set("me", current.somebody()));
    }

    /** Those that wait for a second person, the oldest first. */
    public List<Row> waiting() {
        guard.requireEverywhere(ROLE_CONFIRM);
        return told(Ask.of(em, Kept.class, KEPT + "d.waits = true and d.endedAt is null and d.toOn >= :today order by d.id").set("today", clock.today()));
    }

    /** Who acts for somebody, the newest first; for administrators, on the page of the account. */
    public List<Row> of(long user) {
        guard.requireEverywhere(USER_ADMIN);
        if (Ask.of(em, Long.class, "select u.id from AppUser u where u.id = :user").set("user", user).one().isEmpty()) {
            throw new NotFound("User", user);
        }
        return told(Ask.of(em, Kept.class, KEPT + "d.userId = :user order by d.id desc").set("user", user));
    }

    private List<Row> told(Ask<Kept> kept) {
        return kept.list(MOST).stream().map(d -> d.told(current.id(), clock.today())).toList();
    }
}
