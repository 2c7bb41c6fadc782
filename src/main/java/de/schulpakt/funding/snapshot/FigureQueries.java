package de.schulpakt.funding.snapshot;

import static de.schulpakt.identity.Permission.APPLICATION_VIEW;
import static de.schulpakt.identity.Permission.GRANT_DRAW;

import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Questions about the figures of a day. Amounts in cents. */
@Queries
public class FigureQueries {
    /** A figure. */
    public enum Figure {
        /** What the decisions and transfers gave. */
        ALLOTTED,
        /** Reserved for approved requests. */
        RESERVED,
        /** Committed by orders. */
        COMMITTED,
        /** Spent by invoices. */
        SPENT,
        /** Grant money that was requested. */
        DRAWN
    }

    /** The figures of a position, or of what a decision granted and no position has: then without number, school and category. */
    public record Line(Long budgetId, Integer positionNo, Long applicationId, String applicationNo, Long schoolId, String school, Category category,
            Long allottedCents, Long reservedCents, Long committedCents, Long spentCents, Long drawnCents) {
        /** True for what no position has. */
        public boolean rest() {
            return positionNo == null;
        }
    }

    /**
     * What has moved a figure.
     *
     * @param kind  of the postings; null for drawdowns
     * @param ended true: reservations or commitments that came to their end, or drawdowns that were cancelled or repaid as a whole, less than nothing
     */
    public record Event(Figure figure, PostingKind kind, boolean ended, Long number, Long cents) {
    }

    /**
     * A figure at the end of two days.
     *
     * @param beforeCents null without an earlier day
     * @param moved       the difference
     * @param unexplained what the events do not explain of it
     */
    public record Sum(Figure figure, Long cents, Long beforeCents, Long moved, Long unexplained) {
    }

    /** A snapshot in a list. */
    public record Row(Long id, LocalDate keyOn, Long programmeId, String programme, Long authorityId, String authority, Long allottedCents,
            Long reservedCents, Long committedCents, Long spentCents, Long drawnCents, Instant takenAt) {
    }

    /** An authority with money of a programme. */
    public record Choice(Long programmeId, String programme, Long authorityId, String authority) {
        /** What tells it from others. */
        public String key() {
            return programmeId + "-" + authorityId;
        }
    }

    /**
     * The figures of a day.
     *
     * @param id       of the snapshot; null for figures that were asked for
     * @param sinceOn  the day that they are compared with; null if there is none before
     * @param beforeId the snapshot of that day; null without one
     * @param lines    by application and position
     * @param may      true if the asker may keep them
     */
    public record View(Long id, Long programmeId, String programme, Long authorityId, String authority, LocalDate day, String takenBy, Instant takenAt,
            LocalDate sinceOn, Long beforeId, List<Sum> sums, List<Event> events, List<Line> lines, boolean may) {
    }

    /** What stands in the row of a snapshot. */
    record Kept(Long programmeId, Long authorityId, LocalDate keyOn, String takenBy, Instant takenAt) {
    }

    /** The snapshot before. */
    record Before(Long id, LocalDate keyOn) {
    }

    /** Names of programme and authority. */
    record Named(String programme, String authority) {
    }

    private static final String KEPT_LINES = """
            select b.id as budgetId, nullif(f.no, 0) as positionNo, a.id as applicationId, a.no as applicationNo, s.id as schoolId, s.name as school,
                b.category as category, l.allottedCents as allottedCents, l.reservedCents as reservedCents, l.committedCents as committedCents,
                l.spentCents as spentCents, l.drawnCents as drawnCents
            from SnapshotLine l left join Budget b on b.id = l.budgetId left join Application a on a.id = b.applicationId left join School s on s.id = b.schoolId
                left join FundingPosition f on f.id = b.positionId where l.snapshotId = :id order by a.id, f.no, b.id""";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    FigureFinder finder;

    /** Authorities with money of a programme, of which the asker may see the figures. */
    public List<Choice> choices() {
        Scope scope = guard.scope(APPLICATION_VIEW);
        return Ask.of(em, Choice.class, """
                select distinct g.id as programmeId, g.name as programme, t.id as authorityId, t.name as authority from Application a
                    join Programme g on g.id = a.programmeId join Authority t on t.id = a.authorityId
                where exists (select b.id from Budget b where b.applicationId = a.id) and (:everywhere = true or t.id in :authorities)
                order by g.name, t.name, g.id, t.id""").set("everywhere", scope.everywhere())
                .set("authorities", scope.authorities().isEmpty() ? List.of(-1L) : scope.authorities()).list();
    }

    /**
     * The figures at the end of a day, and what has moved them since another.
     *
     * @param since null: since the last snapshot before the day
     * @throws Refused {@code snapshot.order} if the other day is not before it
     */
    public View figures(long programmeId, long authorityId, LocalDate day, LocalDate since) {
        guard.requireAuthority(APPLICATION_VIEW, authorityId);
        if (since != null && !since.isBefore(day)) {
            throw new Refused("snapshot.order", since, day);
        }
        Before before = since == null ? before(programmeId, authorityId, day) : new Before(null, since);
        return view(null, new Kept(programmeId, authorityId, day, null, null), finder.of(programmeId, authorityId, day), before);
    }

    /**
     * A snapshot as it was kept, and what has moved the figures since the one before.
     *
     * @throws NotFound if there is none or the asker may not see the authority's applications
     */
    public View view(long id) {
        Kept kept = Ask.of(em, Kept.class, """
                select s.programmeId as programmeId, s.authorityId as authorityId, s.keyOn as keyOn, s.takenBy as takenBy, s.takenAt as takenAt
                from Snapshot s where s.id = :id""").set("id", id).one().orElseThrow(() -> new NotFound("Snapshot", id));
        guard.requireAuthority(APPLICATION_VIEW, kept.authorityId());
        return view(id, kept, Ask.of(em, Line.class, KEPT_LINES).set("id", id).list(), before(kept.programmeId(), kept.authorityId(), kept.keyOn()));
    }

    private Before before(long programmeId, long authorityId, LocalDate day) {
        return Ask.of(em, Before.class, """
                select s.id as id, s.keyOn as keyOn from Snapshot s where s.programmeId = :programme and s.authorityId = :authority and s.keyOn < :day
                order by s.keyOn desc""").set("programme", programmeId).set("authority", authorityId).set("day", day).first().orElse(null);
    }

    private View view(Long id, Kept kept, List<Line> lines, Before before) {
        Named named = Ask.of(em, Named.class, "select g.name as programme, t.name as authority from Programme g, Authority t where g.id = :programme and t.id = :authority")
                .set("programme", kept.programmeId()).set("authority", kept.authorityId()).one().orElseThrow(() -> new NotFound("Programme", kept.programmeId()));
        // what was kept before the rest was counted does not know it: such a one is compared without
        boolean rest = id == null || knowsRest(kept, lines);
        Figures now = Figures.of(lines);
        Figures then = before == null ? null : Figures.of(then(kept, before, rest));
        List<Event> events = before == null ? List.of() : finder.between(kept.programmeId(), kept.authorityId(), before.keyOn(), kept.keyOn(), rest);
        List<Sum> sums = Arrays.stream(Figure.values()).map(f -> sum(f, now, then, events)).toList();
        return new View(id, kept.programmeId(), named.programme(), kept.authorityId(), named.authority(), kept.keyOn(), kept.takenBy(), kept.takenAt(),
                before == null ? null : before.keyOn(), before == null ? null : before.id(), sums, events, lines,
                id == null && kept.keyOn().isBefore(clock.today()) && guard.mayAuthority(GRANT_DRAW, kept.authorityId()));
    }

    private boolean knowsRest(Kept kept, List<Line> lines) {
        return lines.stream().anyMatch(Line::rest) || finder.of(kept.programmeId(), kept.authorityId(), kept.keyOn()).stream().noneMatch(Line::rest);
    }

    private List<Line> then(Kept kept, Before before, boolean rest) {
        List<Line> reckoned = finder.of(kept.programmeId(), kept.authorityId(), before.keyOn());
        if (before.id() == null) {
            return reckoned;
        }
        List<Line> lines = Ask.of(em, Line.class, KEPT_LINES).set("id", before.id()).list();
        List<Line> then = new ArrayList<>(lines.stream().filter(l -> rest || !l.rest()).toList());
        if (rest && lines.stream().noneMatch(Line::rest)) {
            reckoned.stream().filter(Line::rest).forEach(then::add);
        }
        return then;
    }

    private static Sum sum(Figure figure, Figures now, Figures then, List<Event> events) {
        long cents = of(figure, now);
        if (then == null) {
            return new Sum(figure, cents, null, null, null);
        }
        long moved = cents - of(figure, then);
        return new Sum(figure, cents, of(figure, then), moved, moved - events.stream().filter(e -> e.figure() == figure).mapToLong(Event::cents).sum());
    }

    private static long of(Figure figure, Figures figures) {
        return switch (figure) {
            case ALLOTTED -> figures.allottedCents();
            case RESERVED -> figures.reservedCents();
            case COMMITTED -> figures.committedCents();
            case SPENT -> figures.spentCents();
            case DRAWN -> figures.drawnCents();
        };
    }
}
