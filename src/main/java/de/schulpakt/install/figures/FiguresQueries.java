package de.schulpakt.install.figures;

import static de.schulpakt.identity.Permission.INTERNAL_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Scope;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures of the technicians' work, by team and week. */
@Queries
public class FiguresQueries {
    /** A quarter of a year. */
    static final int WEEKS = 13;
    private static final int MODELS = 50;
    private static final int FUNDS = 100;
    private static final double DAY = 24 * 60;
    private static final String FROM = """
            from ticket t join school s on s.id = t.school_id join ticket_kind k on k.id = t.kind_id left join authority a on a.id = s.authority_id""";
    /** What cancelled parts of a ticket took counts with it if no ticket between them is one that was not cancelled; {@link TicketFigureList} says the same. */
    private static final String OF_PARTS = " join part_of o on o.part_id = %s join ticket p on p.id = o.part_id where o.whole_id = t.id and p.state = 'CANCELLED'"
            + " and not exists (select 1 from part_of n join ticket b on b.id = n.whole_id where n.part_id = o.part_id and n.depth < o.depth and b.state <> 'CANCELLED')";
    private static final String MINUTES = "(coalesce((select sum(w.minutes) from work_time w where w.ticket_id = t.id and w.taken_back = false), 0)"
            + " + coalesce((select sum(w.minutes) from work_time w" + OF_PARTS.formatted("w.ticket_id") + " and w.taken_back = false), 0))";
    private static final String CENTS = "(coalesce((select sum(u.cents) from material_use u where u.ticket_id = t.id and u.taken_back = false), 0)"
            + " + coalesce((select sum(u.cents) from material_use u" + OF_PARTS.formatted("u.ticket_id") + " and u.taken_back = false), 0))";

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;

    /**
     * The figures of thirteen weeks, of the authorities within whose offices the asker works; five statements.
     *
     * @param upTo      a day of the last week, null for today
     * @param authority only this one, null for all
     * @param kind      only tickets of this kind, null for all
     */
    public Figures figures(LocalDate upTo, Long authority, String kind) {
        guard.require(INTERNAL_VIEW);
        LocalDate last = (upTo == null ? clock.today() : upTo).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = last.minusWeeks(WEEKS - 1L);
        LocalDate end = last.plusWeeks(1);
        Frame frame = new Frame(first, end, where(guard.scope(INTERNAL_VIEW), authority), kind == null || kind.isBlank() ? "" : kind);
        List<Week> weeks = weeks(frame);
        return new Figures(first, end.minusDays(1), authority, frame.kind(), weeks, Week.sum(weeks), open(frame), models(frame), funds(frame));
    }

    private List<Week> weeks(Frame frame) {
        Map<Key, Opened> opened = ask(frame, Opened.class, "select s.authority_id as authorityId, a.name as authority, " + frame.slot("t.opened_at") + " as slot, count(*) as many "
                + FROM + " where t.opened_at >= ?1 and t.opened_at < ?2 and (?3 = '' or k.code = ?3)" + frame.where() + " group by s.authority_id, a.name, slot").stream()
                .collect(Collectors.toMap(Opened::key, one -> one));
        Map<Key, Done> done = ask(frame, Done.class, "select s.authority_id as authorityId, a.name as authority, " + frame.slot("t.closed_at") + " as slot, count(*) as many,"
                + " sum(timestampdiff(minute, t.opened_at, t.closed_at)) as ageMinutes,"
                + " sum(case when t.response_due_at < coalesce(t.responded_at, t.closed_at) then 1 else 0 end) as responseLate,"
                + " sum(case when t.solution_due_at < t.closed_at then 1 else 0 end) as solutionLate, count(t.solution_due_at) as promised,"
                + " count(r.stars) as ratings, sum(coalesce(r.stars, 0)) as stars, sum(" + MINUTES + ") as minutes, sum(" + CENTS + ") as cents "
                + FROM + " left join ticket_rating r on r.ticket_id = t.id where t.state = 'CLOSED' and t.closed_at >= ?1 and t.closed_at < ?2 and (?3 = '' or k.code = ?3)"
                + frame.where() + " group by s.authority_id, a.name, slot").stream().collect(Collectors.toMap(Done::key, one -> one));
        Map<Key, Week> all = new TreeMap<>(Comparator.comparing(Key::slot).reversed().thenComparing(Key::authority).thenComparing(Key::id));
        List.of(opened.keySet(), done.keySet()).forEach(keys -> keys.forEach(key -> all.put(key, new Week(frame.first().plusWeeks(key.slot()), key.authorityId(),
                key.authority(), opened.containsKey(key) ? opened.get(key).many() : 0, done.containsKey(key) ? done.get(key).work() : Work.NONE))));
        return List.copyOf(all.values());
    }

    /** What is to be done now, by its age. */
    private Open open(Frame frame) {
        LocalDateTime now = utc(clock.now());
        String older = "sum(case when t.opened_at < ?1 - interval %d day then 1 else 0 end)";
        return Ask.sql(em, Open.class, "select count(*) as many, coalesce(" + older.formatted(7) + ", 0) as overWeek, coalesce(" + older.formatted(30)
                + ", 0) as overMonth, coalesce(" + older.formatted(90) + ", 0) as overQuarter,"
                + " coalesce(sum(case when t.solution_due_at < ?1 and t.stopped_at is null then 1 else 0 end), 0) as late " + FROM
                + " where t.state in ('OPEN', 'PLANNED', 'SCHEDULED', 'WAITING', 'IN_WORK') and (?2 = '' or k.code = ?2)" + frame.where())
                .set(1, now).set(2, frame.kind()).one().orElseThrow();
    }

    private List<Model> models(Frame frame) {
        return ask(frame, Model.class, "select m.id as modelId, concat(m.maker, ' ', m.name) as model, count(*) as tickets, sum(" + MINUTES + ") as minutes, sum(" + CENTS
                + ") as cents " + FROM + " left join device d on d.id = t.device_id left join device_model m on m.id = d.model_id"
                + " where t.state = 'CLOSED' and t.closed_at >= ?1 and t.closed_at < ?2 and (?3 = '' or k.code = ?3)" + frame.where()
                + " group by m.id, m.maker, m.name order by cents desc, minutes desc, tickets desc, m.id limit " + MODELS);
    }

    private List<Fund> funds(Frame frame) {
        return Ask.sql(em, Fund.class, "select p.name as programme, b.household_year as year, b.account as account, b.id is not null as known, sum(0 - v.cents) as cents,"
                + " count(distinct u.ticket_id) as tickets from store_move v join material_use u on u.id = v.use_id join ticket t on t.id = u.ticket_id"
                + " join school s on s.id = t.school_id join ticket_kind k on k.id = t.kind_id left join budget b on b.id = v.budget_id"
                + " left join programme p on p.id = b.programme_id where u.taken_back = false and u.used_on >= ?1 and u.used_on < ?2 and (?3 = '' or k.code = ?3)" + frame.where()
                + " group by p.name, b.household_year, b.account, known order by cents desc, programme, year, account limit " + FUNDS)
                .set(1, frame.first()).set(2, frame.end()).set(3, frame.kind()).list();
    }

    private <T> List<T> ask(Frame frame, Class<T> type, String sql) {
        return Ask.sql(em, type, sql).set(1, utc(start(frame.first()))).set(2, utc(start(frame.end()))).set(3, frame.kind()).list();
    }

    /** The schools that the asker may see, and of these the ones of an authority: numbers, which need no parameters. */
    private static String where(Scope scope, Long authority) {
        String mine = scope.everywhere() ? "" : " and (s.authority_id in (" + ids(scope.authorities()) + ") or s.id in (" + ids(scope.schools()) + "))";
        return authority == null ? mine : mine + " and s.authority_id = " + authority;
    }

    private static String ids(Collection<Long> ids) {
        return ids.isEmpty() ? "-1" : ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(Clock.ZONE).toInstant();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** The weeks that are asked for, and of which tickets. */
    private record Frame(LocalDate first, LocalDate end, String where, String kind) {
        /** The number of the week in which an instant lies, from 0; weeks begin on Mondays in Berlin, also when the clock changes. */
        String slot(String column) {
            return "interval(timestampdiff(second, ?1, " + column + "), " + IntStream.range(1, WEEKS)
                    .mapToObj(n -> String.valueOf(Duration.between(start(first), start(first.plusWeeks(n))).toSeconds())).collect(Collectors.joining(", ")) + ")";
        }
    }

    private record Key(int slot, Long authorityId, String authorityName) {
        String authority() {
            return authorityName == null ? "" : authorityName;
        }

        Long id() {
            return authorityId == null ? -1 : authorityId;
        }
    }

    private record Opened(Long authorityId, String authority, Integer slot, Long many) {
        Key key() {
            return new Key(slot, authorityId, authority);
        }
    }

    private record Done(Long authorityId, String authority, Integer slot, Long many, Long ageMinutes, Long responseLate, Long solutionLate, Long promised, Long ratings,
            Long stars, Long minutes, Long cents) {
        Key key() {
            return new Key(slot, authorityId, authority);
        }

        Work work() {
            return new Work(many, ageMinutes, responseLate, solutionLate, promised, ratings, stars, minutes, cents);
        }
    }

    /**
     * Figures of thirteen weeks.
     *
     * @param from   first day
     * @param to     last day
     * @param kind   code of the only kind, empty for all
     * @param weeks  newest first; a week in which a team has opened and done nothing is none
     * @param whole  all weeks and teams together
     * @param models of what was done, the costliest first
     * @param funds  what has paid the material that was used in these weeks
     */
    public record Figures(LocalDate from, LocalDate to, Long authorityId, String kind, List<Week> weeks, Week whole, Open open, List<Model> models, List<Fund> funds) {
    }

    /**
     * Work that was done.
     *
     * @param many         tickets
     * @param ageMinutes   from the opening to the end, of all together
     * @param responseLate tickets that somebody took too late
     * @param solutionLate tickets that were solved too late
     * @param promised     tickets with a time until which they should be solved
     * @param ratings      how many schools have said what they think
     * @param stars        of these together
     * @param minutes      of work
     * @param cents        of material, gross
     */
    public record Work(long many, long ageMinutes, long responseLate, long solutionLate, long promised, long ratings, long stars, long minutes, long cents) {
        static final Work NONE = new Work(0, 0, 0, 0, 0, 0, 0, 0, 0);

        Work and(Work more) {
            return new Work(many + more.many, ageMinutes + more.ageMinutes, responseLate + more.responseLate, solutionLate + more.solutionLate,
                    promised + more.promised, ratings + more.ratings, stars + more.stars, minutes + more.minutes, cents + more.cents);
        }

        /** Days from the opening to the end in the middle, rounded to tenths; null if nothing was done. */
        public Double days() {
            return many == 0 ? null : Math.round(ageMinutes / DAY / many * 10) / 10.0;
        }

        /** What schools think in the middle, rounded to tenths; null if none has said so. */
        public Double rating() {
            return ratings == 0 ? null : Math.round(stars * 10.0 / ratings) / 10.0;
        }
    }

    /**
     * A week of a team.
     *
     * @param monday    its first day
     * @param authority name of whom the team works for, null for schools without
     * @param opened    tickets that were opened
     */
    public record Week(LocalDate monday, Long authorityId, String authority, long opened, Work done) {
        static Week sum(List<Week> all) {
            return new Week(null, null, null, all.stream().mapToLong(Week::opened).sum(), all.stream().map(Week::done).reduce(Work.NONE, Work::and));
        }

        /** Its last day. */
        public LocalDate sunday() {
            return monday.plusDays(6);
        }
    }

    /** What is to be done now: tickets, of these those older than 7, 30 and 90 days, and those whose solution is too late. */
    public record Open(Long many, Long overWeek, Long overMonth, Long overQuarter, Long late) {
    }

    /** What the work at devices of a model took; model null for work without a device. */
    public record Model(Long modelId, String model, Long tickets, Long minutes, Long cents) {
    }

    /**
     * What a fund has paid.
     *
     * @param programme null for own money and what nobody has named
     * @param year      household year of own money
     * @param known     1 if somebody has said who paid
     */
    public record Fund(String programme, Integer year, String account, Integer known, Long cents, Long tickets) {
    }
}
