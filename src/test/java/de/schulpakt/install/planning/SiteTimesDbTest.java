package de.schulpakt.install.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Exam days and the hours of who opens: on and beyond them nothing is agreed, except where a whole school cannot work. */
@DbTest
class SiteTimesDbTest {
    private static final String MORNING = "2026-11-23T07:00";
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final String SCHOOL_ADMIN = "schule";
    private Db db;
    private Long school;
    private Long ticket;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        InstallGiven.technician(db);
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
        ticket = InstallGiven.open(db, school, "CABLING");
        InstallGiven.take(db, ticket);
    }

    @Test
    void on_days_of_exams_nothing_is_agreed_offered_or_moved_and_what_was_agreed_is_named() {
        schedule("2026-11-24T09:00");
        block(BlockKind.EXAM, TUESDAY, TUESDAY.plusDays(1));
        assertThat(view().blocks().get(0).visits()).extracting(SiteQueries.Meets::ticketId).containsExactly(ticket);
        assertThatThrownBy(() -> schedule("2026-11-25T09:00")).hasMessageContaining("visit.blocked");
        assertThatThrownBy(() -> offer("2026-11-24T11:00")).hasMessageContaining("visit.blocked");
        Long visit = db.number("SELECT max(id) FROM visit");
        assertThatThrownBy(() -> as(InstallGiven.TECHNICIAN, () -> {
            db.get(Visits.class).move(visit, new Visits.Move(at("2026-11-24T09:00"), at("2026-11-25T09:00"), null));
            return null;
        })).hasMessageContaining("visit.blocked");
        schedule("2026-11-26T09:00");
        assertThat(view().blocks().get(0).visits()).isEmpty();
        unblock(view().blocks().get(0).id());
        schedule("2026-11-25T09:00");
        db.checks();
    }

    @Test
    void a_date_that_was_offered_before_is_not_picked_on_a_day_that_is_blocked_now() {
        offer("2026-11-24T09:00");
        block(BlockKind.CLOSED, TUESDAY, TUESDAY);
        Long slot = db.number("SELECT max(id) FROM visit_slot");
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> {
            db.get(Slots.class).pick(ticket, slot, new Slots.Pick(InstallGiven.version(db, ticket), null));
            return null;
        })).hasMessageContaining("visit.blocked");
    }

    @Test
    void outside_the_hours_nothing_is_agreed_and_a_whole_school_that_cannot_work_is_helped_at_any_hour() {
        hours(null, LocalTime.of(7, 0), LocalTime.of(13, 0));
        assertThatThrownBy(() -> schedule("2026-11-24T06:45")).hasMessageContaining("visit.outside");
        assertThatThrownBy(() -> schedule("2026-11-24T12:01")).as("it would last until 13:01").hasMessageContaining("visit.outside");
        schedule("2026-11-24T12:00");
        block(BlockKind.EXAM, TUESDAY.plusDays(1), TUESDAY.plusDays(1));
        db.sql("UPDATE ticket SET priority = 'URGENT' WHERE id = ?", ticket);
        schedule("2026-11-25T18:00");
        assertThatThrownBy(() -> hours(null, LocalTime.of(8, 0), LocalTime.of(12, 0))).as("somebody has said so before").isInstanceOf(Conflict.class);
        hours(view().version(), LocalTime.of(8, 0), LocalTime.of(12, 0));
        hours(view().version(), null, null);
        assertThat(view().opens()).isNull();
        db.checks();
    }

    @Test
    void what_makes_no_sense_and_who_may_not_is_refused() {
        assertThatThrownBy(() -> block(BlockKind.EXAM, TUESDAY, TUESDAY.minusDays(1))).hasMessageContaining("site.order");
        assertThatThrownBy(() -> block(BlockKind.EXAM, TUESDAY.minusDays(9), TUESDAY.minusDays(8))).hasMessageContaining("site.past");
        assertThatThrownBy(() -> block(BlockKind.EXAM, TUESDAY, TUESDAY.plusDays(400))).hasMessageContaining("site.long");
        block(BlockKind.EXAM, TUESDAY, TUESDAY);
        assertThatThrownBy(() -> block(BlockKind.EXAM, TUESDAY, TUESDAY)).hasMessageContaining("site_block_once");
        assertThatThrownBy(() -> hours(null, LocalTime.of(8, 0), null)).hasMessageContaining("site.hours");
        assertThatThrownBy(() -> hours(null, LocalTime.of(8, 0), LocalTime.of(8, 0))).hasMessageContaining("site.hours");
        assertThatThrownBy(() -> as(InstallGiven.TECHNICIAN, () -> {
            db.get(SiteTimes.class).unblock(4711);
            return null;
        })).isInstanceOf(NotFound.class);
        Long foreign = SchoolGiven.school(db, SchoolGiven.authority(db, "Fremd"), "Fremd");
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> db.get(SiteQueries.class).school(foreign))).isInstanceOf(NotFound.class);
        SchoolGiven.user(db, "pruefung", Role.AUDITOR, null, null);
        assertThatThrownBy(() -> as("pruefung", () -> db.get(SiteTimes.class).block(school, new SiteTimes.Block(BlockKind.EXAM, TUESDAY, TUESDAY))))
                .isInstanceOf(Forbidden.class);
    }

    private void schedule(String start) {
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(Visits.class).schedule(ticket, new Visits.Schedule(InstallGiven.version(db, ticket), at(start), 60, null, null));
            return null;
        });
    }

    private void offer(String start) {
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(Slots.class).offer(ticket, new Slots.Offer(List.of(new Slots.Slot(at(start), 60))));
            return null;
        });
    }

    private void block(BlockKind kind, LocalDate from, LocalDate to) {
        as(SCHOOL_ADMIN, () -> db.get(SiteTimes.class).block(school, new SiteTimes.Block(kind, from, to)));
    }

    private void unblock(Long id) {
        as(SCHOOL_ADMIN, () -> {
            db.get(SiteTimes.class).unblock(id);
            return null;
        });
    }

    private void hours(Integer version, LocalTime opens, LocalTime closes) {
        as(SCHOOL_ADMIN, () -> {
            db.get(SiteTimes.class).hours(school, new SiteTimes.Hours(version, opens, closes));
            return null;
        });
    }

    private SiteQueries.View view() {
        return as(SCHOOL_ADMIN, () -> db.get(SiteQueries.class).school(school));
    }

    private <T> T as(String login, Callable<T> work) {
        List<T> got = new ArrayList<>();
        db.get(Clock.class).at(at(MORNING), () -> got.add(SchoolGiven.as(db, login, work)));
        return got.get(0);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Clock.ZONE).toInstant();
    }
}
