package de.schulpakt.overview.home;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.install.planning.DayQueries;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The home of a technician. */
@DbTest
class TechnicianHomeDbTest {
    private static final long MOST = 2_000;

    @Test
    void what_is_read_for_the_visits_of_one_technician_does_not_grow_with_those_of_all_others(Db db) {
        Long school = SchoolGiven.school(db, "Görres-Gymnasium");
        InstallGiven.technician(db);
        Long mine = InstallGiven.plain(db, school, "Dose setzen");
        InstallGiven.take(db, mine);
        InstallGiven.schedule(db, mine, 1);
        LocalDate day = Clock.day(Instant.ofEpochSecond(db.number("SELECT floor(unix_timestamp(convert_tz(starts_at, '+00:00', @@session.time_zone))) FROM visit WHERE ticket_id = ?", mine)));
        Long other = db.number("SELECT id FROM app_user WHERE login <> ? ORDER BY id LIMIT 1", InstallGiven.TECHNICIAN);
        db.sql("INSERT INTO ticket (no, kind_id, priority, school_id, title, state, opened_at, assignee_id, assignee) SELECT concat('T-X-', seq), t.kind_id, t.priority, t.school_id,"
                + " 'X', 'SCHEDULED', t.opened_at, ?, 'x' FROM ticket t CROSS JOIN seq_1_to_5000 WHERE t.id = ?", other, mine);
        db.sql("INSERT INTO visit (ticket_id, starts_at, minutes) SELECT id, now(6) + INTERVAL 1 HOUR, 60 FROM ticket WHERE title = 'X'");
        db.sql("ANALYZE TABLE ticket, visit");
        long[] rows = new long[1];
        SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> {
            rows[0] = db.readsOf(() -> assertThat(db.get(DayQueries.class).today(day).visits()).hasSize(1)).stream()
                    .filter(read -> read.getKey().contains("visit")).mapToLong(Map.Entry::getValue).sum();
            rows[0] += db.readsOf(() -> db.get(TechnicianHomeQueries.class).technician()).stream()
                    .filter(read -> read.getKey().contains("visit")).mapToLong(Map.Entry::getValue).sum();
            return null;
        });
        assertThat(rows[0]).as("rows read in questions about visits, where others have 5000").isLessThan(MOST);
    }
}
