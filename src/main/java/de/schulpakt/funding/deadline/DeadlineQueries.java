package de.schulpakt.funding.deadline;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Questions about deadlines. */
@Queries
public class DeadlineQueries {
    /**
     * A deadline of an authority.
     *
     * @param devices  how many, for the end of a binding; else null
     * @param by       day that rule or decision names
     * @param on       day on which it is due: a working day where something is to be handed in
     * @param days     days left, less than nothing when it is past
     * @param verified false: rests on a rule that nobody has verified
     * @param source   where the rule stands; null for a decision
     * @param keptBy   who has seen to it, null while it is open
     * @param may      true if the asker may say that it was kept
     */
    public record Row(FundingDeadline kind, Long subjectId, String subject, String link, Long linkId, String programme, Long devices, Long authorityId,
            String authority, LocalDate by, LocalDate on, Long days, boolean verified, String source, String keptBy, Instant keptAt, String note,
            boolean may) {
        /** True if the day was moved to a working day. */
        public boolean moved() {
            return !by.equals(on);
        }

        /** How urgent it looks. */
        public String tone() {
            return keptBy != null ? "ok" : days <= SOON ? "bad" : days <= NEAR ? "wait" : "mute";
        }

        /** What tells it from others. */
        public String key() {
            return kind + ":" + subjectId + ":" + on + ":" + authorityId;
        }
    }

    /** Who has seen to it. */
    record Kept(FundingDeadline kind, Long subjectId, LocalDate dueOn, Long authorityId, String note, String actor, Instant at) {
        String key() {
            return kind + ":" + subjectId + ":" + dueOn + ":" + authorityId;
        }
    }

    private static final int SOON = 14;
    private static final int NEAR = 60;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    DeadlineFinder finder;

    /**
     * The deadlines of the authorities that the asker may see, of at most 50 of these, by day; a fixed number of statements, however many they are.
     *
     * @param kept true: with those that somebody has seen to
     */
    public List<Row> all(boolean kept) {
        Scope scope = guard.scope(APPLICATION_VIEW);
        LocalDate today = clock.today();
        List<Row> rows = new ArrayList<>();
        List<DeadlineFinder.Applicant> authorities = finder.applicants(scope.everywhere(), scope.authorities());
        Map<String, Kept> done = authorities.isEmpty() ? Map.of() : Ask.of(em, Kept.class, """
                select k.kind as kind, k.subjectId as subjectId, k.dueOn as dueOn, k.authorityId as authorityId, k.note as note, k.actor as actor,
                    k.at as at_
                from DeadlineKept k where k.live = 1 and k.authorityId in :ids""").set("ids", authorities.stream().map(DeadlineFinder.Applicant::id).toList()).list()
                .stream().collect(Collectors.toMap(Kept::key, k -> k));
        Map<Long, String> names = authorities.stream().collect(Collectors.toMap(DeadlineFinder.Applicant::id, DeadlineFinder.Applicant::name));
        Map<Long, Boolean> may = names.keySet().stream().collect(Collectors.toMap(id -> id, id -> guard.mayAuthority(GRANT_DRAW, id)));
        for (DeadlineFinder.Found d : finder.of(authorities)) {
            Kept by = done.get(d.kind() + ":" + d.subjectId() + ":" + d.on() + ":" + d.authorityId());
            rows.add(new Row(d.kind(), d.subjectId(), d.subject(), d.link(), d.linkId(), d.programme(), d.devices(), d.authorityId(), names.get(d.authorityId()), d.by(), d.on(),
                    ChronoUnit.DAYS.between(today, d.on()), d.verified(), d.source(), by == null ? null : by.actor(), by == null ? null : by.at(),
                    by == null ? null : by.note(), may.get(d.authorityId())));
        }
        rows.removeIf(r -> !kept && r.keptBy() != null);
        rows.sort(Comparator.comparing(Row::on).thenComparing(Row::authority).thenComparing(Row::kind).thenComparing(Row::subjectId));
        return rows;
    }
}
