package de.schulpakt.notice.calendar;

import de.schulpakt.identity.CurrentUser;
import de.schulpakt.identity.Guard;
import de.schulpakt.identity.register.CalendarSource;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.Unguarded;
import de.schulpakt.platform.row.Ask;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The own calendar. */
@Queries
@Unguarded("Only what the asker may see; each kind is asked for with what the guard says of its permission.")
public class CalendarQueries {
    private static final int DAYS_BACK = 60;
    private static final int DAYS_AHEAD = 550;
    private static final int MOST = 2000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    CurrentUser current;
    @Inject
    Clock clock;
    @Inject
    @Any
    Instance<CalendarSource> sources;

    /**
     * The own calendar.
     *
     * @param made    when its address was made, null if there is none
     * @param used    when it was read last, to the hour
     * @param kinds   what stands in it
     * @param offered what may stand in it
     */
    public record View(Instant made, Instant used, List<String> kinds, List<String> offered) {
    }

    /** A day or an hour, and of which kind it is. */
    public record Entry(String kind, CalendarSource.Entry what) {
    }

    /** Whose calendar has this address. */
    public record Feed(Long userId, String kinds, Instant made) {
    }

    private record Kept(Instant made, Instant used, String kinds) {
    }

    /** What the asker has chosen. */
    public View own() {
        Optional<Kept> kept = Ask.of(em, Kept.class, "select f.madeAt as made, f.usedAt as used, f.kinds as kinds from CalendarFeed f where f.userId = :user")
                .set("user", current.somebody()).one();
        return new View(kept.map(Kept::made).orElse(null), kept.map(Kept::used).orElse(null), kept.map(k -> List.of(k.kinds().split(","))).orElse(kinds()), kinds());
    }

    /** The kinds that concern the asker. */
    public List<String> kinds() {
        return sources.stream().filter(source -> guard.may(source.permission())).map(CalendarSource::kind).sorted().toList();
    }

    /** The calendar with the address of this hash; empty if there is none. */
    public Optional<Feed> feed(String hash) {
        return Ask.of(em, Feed.class, "select f.userId as userId, f.kinds as kinds, f.madeAt as made from CalendarFeed f where f.hash = :hash")
                .set("hash", hash).one();
    }

    /** What the asker may see now of these kinds: two months back and a year and a half ahead. */
    public List<Entry> entries(List<String> kinds) {
        LocalDate today = clock.today();
        List<Entry> entries = new ArrayList<>();
        for (CalendarSource source : sources) {
            if (kinds.contains(source.kind()) && guard.may(source.permission())) {
                source.entries(guard.visibleSchools(source.permission()), today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD), MOST)
                        .forEach(entry -> entries.add(new Entry(source.kind(), entry)));
            }
        }
        return entries;
    }
}
