package de.schulpakt.identity.limit;

import static de.schulpakt.identity.Permission.USER_ADMIN;

import de.schulpakt.identity.AwardNames;
import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** To which awards somebody's role of an auditor is limited. */
@Queries
public class AwardLimitQueries {
    private static final int MOST = 200;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    Instance<AwardNames> names;

    /**
     * A limit.
     *
     * @param open true while it shows something, today or from a later day on
     */
    public record Row(Long id, Long applicationId, String no, String title, LocalDate fromOn, LocalDate toOn, String note, String givenBy, Instant givenAt,
            LocalDate endedOn, String why, boolean open) {
    }

    /**
     * The limits of a user.
     *
     * @param limits  those that are not lifted, the newest first; none: the role shows all
     * @param choices what can be chosen: the newest 500; older ones are named by their id
     */
    public record View(List<Row> limits, List<AwardNames.Award> choices) {
        /** Those that can be ended. */
        public List<Row> stillOpen() {
            return limits.stream().filter(Row::open).toList();
        }

        /** True if one can be ended. */
        public boolean anyOpen() {
            return limits.stream().anyMatch(Row::open);
        }
    }

    /** As it is kept. */
    record Kept(Long id, Long applicationId, LocalDate fromOn, LocalDate toOn, String note, String givenBy, Instant givenAt, LocalDate endedOn, String why) {
    }

    /**
     * The limits of a user, and what else can be named; for administrators.
     *
     * @throws NotFound if there is no such user
     */
    public View of(long id) {
        guard.requireEverywhere(USER_ADMIN);
        LocalDate today = clock.today();
        List<Kept> limits = Ask.of(em, Kept.class, """
                select l.id as id, l.applicationId as applicationId, l.fromOn as fromOn, l.toOn as toOn, l.note as note, l.givenBy as givenBy, l.givenAt as givenAt,
                  l.endedOn as endedOn, l.why as why
                from AwardLimit l where l.userId = :user and l.liftedAt is null order by l.id desc""").set("user", id).list(MOST);
        if (limits.isEmpty() && Ask.of(em, Long.class, "select u.id from AppUser u where u.id = :id").set("id", id).one().isEmpty()) {
            throw new NotFound("User", id);
        }
        Map<Long, AwardNames.Award> byId = names.get().of(limits.stream().map(Kept::applicationId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(AwardNames.Award::id, a -> a));
        return new View(limits.stream().map(k -> {
                    AwardNames.Award award = byId.get(k.applicationId());
                    return new Row(k.id(), k.applicationId(), award == null ? null : award.no(), award == null ? null : award.title(), k.fromOn(), k.toOn(), k.note(),
                            k.givenBy(), k.givenAt(), k.endedOn(), k.why(), k.endedOn() == null && !k.toOn().isBefore(today));
                }).toList(), names.get().awards());
    }
}
