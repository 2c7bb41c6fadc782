package de.schulpakt.notice.calendar;

import de.schulpakt.platform.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often one calendar may be read. */
@ApplicationScoped
public class CalendarLimits {
    /** So often within {@link #SPAN}. */
    public static final int MOST = 30;
    /** The span that is counted. */
    public static final Duration SPAN = Duration.ofMinutes(10);
    private static final int KEPT = 10_000;

    @Inject
    Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > KEPT;
        }
    };

    private record Count(Instant since, int readings) {
    }

    /** True if it may be read once more now, which counts. */
    public synchronized boolean lets(String calendar) {
        Instant now = clock.now();
        Count before = counts.get(calendar);
        Count count = before == null || !now.isBefore(before.since().plus(SPAN)) ? new Count(now, 1) : new Count(before.since(), before.readings() + 1);
        counts.put(calendar, count);
        return count.readings() <= MOST;
    }
}
