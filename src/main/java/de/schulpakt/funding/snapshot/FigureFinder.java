package de.schulpakt.funding.snapshot;

import de.schulpakt.funding.ledger.PostingKind;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the figures of a day in the postings, and what has moved them between two days. */
@ApplicationScoped
class FigureFinder {
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9000, 12, 31);

    @PersistenceContext
    EntityManager em;

    /** What the postings of a budget come to. */
    record Balance(Long budgetId, Integer positionNo, Long applicationId, String applicationNo, Long schoolId, String school,
            Category category, Long allottedCents, Long reservedCents, Long committedCents, Long spentCents) {
    }

    /** Grant money of a budget that was asked for. */
    record Drawn(Long budgetId, Long cents) {
    }

    /** Postings of a kind between two days. */
    record Moved(PostingKind kind, Long number, Long cents) {
    }

    /** Drawdowns that were asked for, or ended, between two days. */
    record Asked(Long number, Long cents) {
    }

    /** The figures at the end of a day, by position, and what no position has. Two statements. */
    List<FigureQueries.Line> of(long programmeId, long authorityId, LocalDate asked) {
        LocalDate day = known(asked);
        Map<Long, Long> drawn = Ask.of(em, Drawn.class, """
                select l.budgetId as budgetId, sum(l.grantCents) as cents from DrawdownLine l join Drawdown d on d.id = l.drawdownId
                    join Application a on a.id = d.applicationId
                where a.programmeId = :programme and a.authorityId = :authority and d.requestedOn <= :day and (d.endedOn is null or d.endedOn > :day)
                group by l.budgetId""").set("programme", programmeId).set("authority", authorityId).set("day", day).list().stream()
                .collect(Collectors.toMap(Drawn::budgetId, Drawn::cents));
        return Ask.of(em, Balance.class, """
                select b.id as budgetId, nullif(f.no, 0) as positionNo, a.id as applicationId, a.no as applicationNo, s.id as schoolId, s.name as school,
                    b.category as category,
                    sum(case when p.kind in (:allot, :transfer) then p.amountCents else 0 end) as allottedCents,
                    sum(case when p.kind = :reserve and q.id is null then p.amountCents else 0 end) as reservedCents,
                    sum(case when p.kind = :commit and q.id is null then p.amountCents else 0 end) as committedCents,
                    sum(case when p.kind in (:spend, :correct) then p.amountCents else 0 end) as spentCents
                from Posting p left join Budget b on b.id = p.budgetId left join Application a on a.id = b.applicationId left join School s on s.id = b.schoolId
                    left join FundingPosition f on f.id = b.positionId left join Posting q on q.resolvesId = p.id and q.at < :end
                where a.programmeId = :programme and a.authorityId = :authority and p.at < :end
                group by b.id, f.no, a.id, a.no, s.id, s.name, b.category order by a.id, f.no, b.id""")
                .set("allot", PostingKind.ALLOT).set("transfer", PostingKind.TRANSFER).set("reserve", PostingKind.RESERVE)
                .set("commit", PostingKind.COMMIT).set("spend", PostingKind.SPEND).set("correct", PostingKind.CORRECT)
                .set("programme", programmeId).set("authority", authorityId).set("end", end(day)).list().stream()
                .map(b -> new FigureQueries.Line(b.budgetId(), b.positionNo(), b.applicationId(), b.applicationNo(), b.schoolId(), b.school(), b.category(),
                        b.allottedCents(), b.reservedCents(), b.committedCents(), b.spentCents(), drawn.getOrDefault(b.budgetId(), 0L))).toList();
    }

    /**
     * What has moved the figures after the end of one day until the end of another.
     *
     * @param rest false leaves out what no position has, for a snapshot that does not know it
     */
    List<FigureQueries.Event> between(long programmeId, long authorityId, LocalDate after, LocalDate until, boolean rest) {
        LocalDate from = known(after);
        LocalDate to = known(until);
        List<FigureQueries.Event> events = new ArrayList<>();
        for (Moved m : Ask.of(em, Moved.class, """
                select p.kind as kind, count(p) as number_, sum(p.amountCents) as cents from Posting p join Budget b on b.id = p.budgetId
                    join Application a on a.id = b.applicationId
                where a.programmeId = :programme and a.authorityId = :authority and (:rest = true or b.positionId is not null) and p.at >= :from and p.at < :to group by p.kind""")
                .set("programme", programmeId).set("authority", authorityId).set("from", end(from)).set("to", end(to)).set("rest", rest).list()) {
            FigureQueries.Figure figure = switch (m.kind()) {
                case ALLOT, TRANSFER -> FigureQueries.Figure.ALLOTTED;
                case RESERVE -> FigureQueries.Figure.RESERVED;
                case COMMIT -> FigureQueries.Figure.COMMITTED;
                case SPEND, CORRECT -> FigureQueries.Figure.SPENT;
                case RELEASE -> null;
            };
            if (figure != null) {
                events.add(new FigureQueries.Event(figure, m.kind(), false, m.number(), m.cents()));
            }
        }
        for (Moved m : Ask.of(em, Moved.class, """
                select r.kind as kind, count(p) as number_, sum(r.amountCents) as cents from Posting p join Posting r on r.id = p.resolvesId
                    join Budget b on b.id = p.budgetId join Application a on a.id = b.applicationId
                where a.programmeId = :programme and a.authorityId = :authority and p.at >= :from and p.at < :to group by r.kind""")
                .set("programme", programmeId).set("authority", authorityId).set("from", end(from)).set("to", end(to)).list()) {
            events.add(new FigureQueries.Event(m.kind() == PostingKind.RESERVE ? FigureQueries.Figure.RESERVED : FigureQueries.Figure.COMMITTED, m.kind(), true,
                    m.number(), -m.cents()));
        }
        for (String day : List.of("requestedOn", "endedOn")) {
            boolean ended = day.equals("endedOn");
            Asked asked = Ask.of(em, Asked.class, "select count(d) as number_, coalesce(sum(d.grantCents), 0) as cents from Drawdown d join Application a"
                    + " on a.id = d.applicationId where a.programmeId = :programme and a.authorityId = :authority and d." + day + " > :from and d." + day + " <= :to")
                    .set("programme", programmeId).set("authority", authorityId).set("from", from).set("to", to).one().orElseThrow();
            if (asked.number() > 0) {
                events.add(new FigureQueries.Event(FigureQueries.Figure.DRAWN, null, ended, asked.number(), ended ? -asked.cents() : asked.cents()));
            }
        }
        events.sort(Comparator.comparing(FigureQueries.Event::figure).thenComparing(e -> e.ended() ? 1 : 0));
        return events;
    }

    /** A day that the database knows: before the first and after the last one nothing happens. */
    private static LocalDate known(LocalDate day) {
        return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Clock.ZONE).toInstant();
    }
}
