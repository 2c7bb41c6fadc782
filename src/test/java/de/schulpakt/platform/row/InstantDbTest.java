package de.schulpakt.platform.row;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Tone;
import de.schulpakt.platform.history.History;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stored does not depend on the time zone of the machine. */
@DbTest
class InstantDbTest {

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void asBefore() {
        TimeZone.setDefault(before);
    }

    /** In Berlin there is no 02:30 on 29 March 2026, and there are two on 25 October. */
    @ParameterizedTest
    @CsvSource({"2026-03-29T02:30:00Z, 2026-03-29 02:30:00.000000", "2026-03-29T01:30:00Z, 2026-03-29 01:30:00.000000",
        "2026-10-25T00:30:00Z, 2026-10-25 00:30:00.000000", "2026-10-25T01:30:00Z, 2026-10-25 01:30:00.000000",
        "2026-07-01T12:00:00.123456Z, 2026-07-01 12:00:00.123456"})
    void an_instant_is_stored_as_it_is_in_utc(Instant instant, String digits, Db db) {
        for (String zone : new String[] {"Europe/Berlin", "America/New_York", "UTC"}) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            long id = zone.hashCode();
            db.get(Clock.class).at(instant, () -> db.tx(() -> db.get(History.class).record(new Ref("zone", id, "Z"), Tone.values()[0])));
            assertThat(db.sql("select cast(at as char) as digits from history where subject_id = ?", id)).as(zone)
                    .singleElement().satisfies(row -> assertThat(row).containsEntry("digits", digits));
            assertThat(db.get(History.class).of("zone", id)).as(zone).singleElement().satisfies(line -> assertThat(line.at()).isEqualTo(instant));
            db.sql("delete from history");
        }
    }
}
