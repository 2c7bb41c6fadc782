package de.schulpakt.install.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.paper.Intake;
import de.schulpakt.paper.PaperQueries;
import de.schulpakt.paper.Papers;
import de.schulpakt.paper.Received;
import de.schulpakt.platform.NotFound;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@DbTest
class VisitsDbTest {
    private static final int TABS = 8;

    @Test
    void tabs_of_one_technician_agree_visits_at_once_without_a_deadlock(Db db) {
        Long school = SchoolGiven.school(db, SchoolGiven.authority(db, "Stadt Koblenz"), "Görres-Gymnasium");
        List<Long> tickets = IntStream.range(0, TABS).mapToObj(i -> InstallGiven.plain(db, school, "Dose " + i)).toList();
        tickets.forEach(id -> InstallGiven.take(db, id));
        Instant morning = Instant.now().plusSeconds(86_400);
        for (int round = 1; round <= 5; round++) {
            List<Integer> versions = tickets.stream().map(id -> InstallGiven.version(db, id)).toList();
            Instant begin = morning.plusSeconds(round * 86_400L);
            AtomicInteger next = new AtomicInteger();
            assertThat(db.race(TABS, TABS, () -> {
                int i = next.getAndIncrement();
                SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> {
                    db.get(Visits.class).schedule(tickets.get(i), new Visits.Schedule(versions.get(i),
                            begin.plusSeconds(i * 3_600L), 30, null, null));
                    return null;
                });
            })).as("round " + round).isEmpty();
        }
        assertThat(db.number("select count(*) from visit where cancelled = false")).isEqualTo(TABS);
    }

    @Test
    void of_two_tabs_at_once_only_one_gets_the_hour(Db db) {
        Long school = SchoolGiven.school(db, SchoolGiven.authority(db, "Stadt Koblenz"), "Görres-Gymnasium");
        List<Long> tickets = IntStream.range(0, TABS).mapToObj(i -> InstallGiven.plain(db, school, "Dose " + i)).toList();
        tickets.forEach(id -> InstallGiven.take(db, id));
        AtomicInteger next = new AtomicInteger();
        List<Throwable> lost = db.race(TABS, TABS, () -> InstallGiven.schedule(db, tickets.get(next.getAndIncrement()), 600L));
        assertThat(lost).hasSize(TABS - 1).allSatisfy(e -> assertThat(e).hasMessageContaining("visit.overlaps"));
    }

    @Test
    void a_visit_is_agreed_for_the_years_that_can_be_planned(Db db) {
        Long school = SchoolGiven.school(db, SchoolGiven.authority(db, "Stadt Koblenz"), "Görres-Gymnasium");
        Long ticket = InstallGiven.plain(db, school, "Dose");
        InstallGiven.take(db, ticket);
        assertThatThrownBy(() -> InstallGiven.schedule(db, ticket, 4 * 365 * 24 * 60L)).hasMessageStartingWith("visit.far");
        assertThat(db.number("select count(*) from visit")).isZero();
        InstallGiven.schedule(db, ticket, 2 * 365 * 24 * 60L);
    }

    @Test
    void the_night_of_the_clock_change_has_no_half_past_two(Db db) {
        LocalTime halfPastTwo = LocalTime.of(2, 30);
        assertThatThrownBy(() -> Visits.Schedule.at(LocalDate.of(2027, 3, 28), halfPastTwo)).hasMessageContaining("visit.clock_change");
        assertThatThrownBy(() -> Visits.Schedule.at(LocalDate.of(2026, 10, 25), halfPastTwo)).hasMessageContaining("visit.clock_change");
        assertThat(Visits.Schedule.at(LocalDate.of(2026, 10, 25), LocalTime.of(8, 0))).isEqualTo(Instant.parse("2026-10-25T07:00:00Z"));
    }

    @Test
    void a_visit_has_files_that_the_school_of_its_ticket_sees_and_another_does_not(Db db) {
        Long city = SchoolGiven.authority(db, "Stadt Koblenz");
        Long school = SchoolGiven.school(db, city, "Görres-Gymnasium");
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        SchoolGiven.user(db, "nebenan", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, city, "Grundschule"));
        Long ticket = InstallGiven.plain(db, school, "Dose");
        InstallGiven.take(db, ticket);
        InstallGiven.schedule(db, ticket, 600L);
        Long visit = db.number("select max(id) from visit");
        Long paper = SchoolGiven.as(db, InstallGiven.TECHNICIAN, () -> {
            try (Received file = db.get(Intake.class).take(new ByteArrayInputStream("Vor Ort".getBytes(StandardCharsets.US_ASCII)), "Notiz.txt")) {
                return db.get(Papers.class).attach("Visit", visit, new Papers.Attach("PROTOCOL", null, null), file);
            }
        });
        SchoolGiven.as(db, "schule", () -> {
            assertThat(db.get(PaperQueries.class).content(paper).name()).isEqualTo("Notiz.txt");
            VisitQueries.View view = db.get(VisitQueries.class).view(visit);
            assertThat(view.school()).isEqualTo("Görres-Gymnasium");
            assertThat(view.cancelled()).isFalse();
            assertThat(view.timeline()).as("who has put it there").singleElement().satisfies(e -> assertThat(e.actor()).isEqualTo(InstallGiven.TECHNICIAN));
            return null;
        });
        assertThatThrownBy(() -> SchoolGiven.as(db, "nebenan", () -> db.get(PaperQueries.class).content(paper))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "nebenan", () -> db.get(VisitQueries.class).view(visit))).isInstanceOf(NotFound.class).hasMessageContaining("Visit");
        InstallGiven.work(db, tickets -> tickets.release(ticket, InstallGiven.step(db, ticket)));
        SchoolGiven.as(db, "schule", () -> assertThat(db.get(VisitQueries.class).view(visit).cancelled()).as("what was found there stays").isTrue());
    }

    @Test
    void a_school_hears_that_a_visit_is_off_and_not_of_one_that_never_was(Db db) {
        Long school = SchoolGiven.school(db, SchoolGiven.authority(db, "Stadt Koblenz"), "Görres-Gymnasium");
        SchoolGiven.user(db, "schule", de.schulpakt.identity.Role.SCHOOL_ADMIN, null, school);
        Long ticket = InstallGiven.plain(db, school, "Dose");
        InstallGiven.take(db, ticket);
        InstallGiven.work(db, tickets -> tickets.release(ticket, InstallGiven.step(db, ticket)));
        assertThat(db.number("select count(*) from notice where kind = 'message.visit_off'")).isZero();
        InstallGiven.take(db, ticket);
        InstallGiven.schedule(db, ticket, 600);
        InstallGiven.work(db, tickets -> tickets.release(ticket, InstallGiven.step(db, ticket)));
        assertThat(db.number("select count(*) from notice where kind = 'message.visit_off'")).isEqualTo(1);
    }
}
