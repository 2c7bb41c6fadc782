package de.schulpakt.install.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.ticket.TicketState;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.InventoryGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Going to a school once for all that is open there. */
@DbTest
class TripsDbTest {
    private static final Instant NINE = LocalDateTime.parse("2026-11-24T09:00").atZone(Clock.ZONE).toInstant();
    private Db db;
    private Long school;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        InventoryGiven.officer(db);
        InstallGiven.technician(db);
    }

    @Test
    void a_trip_takes_what_nobody_has_and_agrees_one_visit_after_the_other() {
        Long own = InstallGiven.open(db, school, "FAULT");
        InstallGiven.take(db, own);
        Long open = InstallGiven.open(db, school, "CABLING");
        agree(NINE, seen(own), seen(open));
        assertThat(db.sql("SELECT ticket_id, starts_at, minutes FROM visit ORDER BY starts_at")).extracting(row -> row.get("minutes")).containsExactly(60, 240);
        assertThat(db.number("SELECT timestampdiff(MINUTE, min(starts_at), max(starts_at)) FROM visit")).isEqualTo(60);
        assertThat(db.number("SELECT count(*) FROM ticket WHERE state = 'SCHEDULED' AND assignee_id = (SELECT id FROM app_user WHERE login = ?)",
                InstallGiven.TECHNICIAN)).isEqualTo(2);
        db.checks();
    }

    @Test
    void either_all_are_agreed_or_none() {
        Long first = InstallGiven.open(db, school, "FAULT");
        Long second = InstallGiven.open(db, school, "FAULT");
        Trips.Seen old = seen(second);
        SchoolGiven.user(db, "zweite", Role.TECHNICIAN, null, null);
        as("zweite", () -> {
            db.get(de.schulpakt.install.ticket.Tickets.class).take(second, InstallGiven.step(db, second));
            return null;
        });
        assertThatThrownBy(() -> agree(NINE, seen(first), old)).isInstanceOfAny(Conflict.class, de.schulpakt.platform.Refused.class);
        assertThat(db.number("SELECT count(*) FROM visit")).isZero();
        assertThat(db.sql("SELECT state FROM ticket WHERE id = ?", first).get(0).get("state")).isEqualTo("OPEN");
        assertThatThrownBy(() -> agree(NINE, seen(first), seen(first))).hasMessageContaining("trip.twice");
        Long third = InstallGiven.open(db, school, "CABLING");
        Long fourth = InstallGiven.open(db, school, "CABLING");
        Long fifth = InstallGiven.open(db, school, "CABLING");
        assertThatThrownBy(() -> agree(NINE, seen(third), seen(fourth), seen(fifth))).hasMessageContaining("trip.long");
        Long foreign = InstallGiven.open(db, SchoolGiven.school(db, "Andere"), "FAULT");
        assertThatThrownBy(() -> agree(NINE, seen(first), seen(foreign))).isInstanceOf(NotFound.class);
    }

    @Test
    void two_trips_at_once_with_the_same_tickets_in_opposite_order_wait_for_each_other() {
        SchoolGiven.user(db, "zweite", Role.TECHNICIAN, null, null);
        for (int round = 0; round < 5; round++) {
            List<Trips.Seen> one = new ArrayList<>(List.of(seen(InstallGiven.open(db, school, "FAULT")), seen(InstallGiven.open(db, school, "FAULT")),
                    seen(InstallGiven.open(db, school, "FAULT"))));
            List<Trips.Seen> other = new ArrayList<>(one);
            Collections.reverse(other);
            Instant at = NINE.plusSeconds(86_400L * round);
            AtomicInteger next = new AtomicInteger();
            List<Throwable> thrown = db.race(2, 2, () -> {
                boolean mine = next.getAndIncrement() == 0;
                during(() -> as(mine ? InstallGiven.TECHNICIAN : "zweite", () -> db.get(Trips.class).agree(school, new Trips.Agree(at, mine ? one : other, null))));
            });
            assertThat(thrown).as("the other one is told what has changed").hasSize(1).allMatch(t -> !String.valueOf(t).toLowerCase(Locale.ROOT).contains("deadlock"));
        }
        assertThat(db.number("SELECT count(*) FROM visit")).isEqualTo(15);
        db.checks();
    }

    @Test
    void the_time_goes_in_the_order_that_was_sent_and_the_tickets_are_taken_in_their_own() {
        Long first = InstallGiven.open(db, school, "FAULT");
        Long second = InstallGiven.open(db, school, "CABLING");
        agree(NINE, seen(second), seen(first));
        assertThat(db.sql("SELECT ticket_id FROM visit ORDER BY starts_at")).extracting(row -> ((Number) row.get("ticket_id")).longValue()).containsExactly(second, first);
        assertThat(db.sql("SELECT ticket_id FROM visit ORDER BY id")).extracting(row -> ((Number) row.get("ticket_id")).longValue()).containsExactly(first, second);
    }

    @Test
    void it_says_what_to_load_and_how_to_get_in() {
        Long device = InventoryGiven.device(db, InventoryGiven.accessPoint(db), school, SchoolGiven.room(db, school, "204"));
        Long ticket = InstallGiven.ticketOf(db, device);
        SchoolGiven.user(db, "zweite", Role.TECHNICIAN, null, null);
        Long others = InstallGiven.open(db, school, "FAULT");
        as("zweite", () -> {
            db.get(de.schulpakt.install.ticket.Tickets.class).take(others, InstallGiven.step(db, others));
            return null;
        });
        access(InstallGiven.TECHNICIAN, null, "Im Sekretariat", "7 bis 13 Uhr");
        TripQueries.View view = view(InstallGiven.TECHNICIAN);
        assertThat(view.works()).extracting(TripQueries.Work::id, TripQueries.Work::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ticket, TicketState.OPEN));
        assertThat(view.parts()).extracting(TripQueries.Part::deviceId).containsExactly(device);
        assertThat(view).extracting(TripQueries.View::keys, TripQueries.View::hours).containsExactly("Im Sekretariat", "7 bis 13 Uhr");
        assertThatThrownBy(() -> access(InstallGiven.TECHNICIAN, view.accessVersion() - 1, "x", null)).isInstanceOf(Conflict.class);
        access(InstallGiven.TECHNICIAN, view.accessVersion(), " ", null);
        assertThat(view(InstallGiven.TECHNICIAN).keys()).isNull();
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        assertThatThrownBy(() -> view("schule")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> as(InstallGiven.TECHNICIAN, () -> db.get(TripQueries.class).school(4711))).isInstanceOf(NotFound.class);
    }

    @Test
    void the_day_goes_from_school_to_school_and_says_which_order_is_shorter() {
        String[] latitudes = {"50.30", "50.33", "50.31"};
        for (int i = 0; i < 3; i++) {
            Long there = SchoolGiven.school(db, "Schule " + i);
            db.sql("UPDATE school SET latitude = ?, longitude = 7.5 WHERE id = ?", latitudes[i], there);
            Long ticket = InstallGiven.open(db, there, "FAULT");
            Instant at = NINE.plusSeconds(3600L * i);
            Trips.Seen seen = seen(ticket);
            during(() -> as(InstallGiven.TECHNICIAN, () -> db.get(Trips.class).agree(there, new Trips.Agree(at, List.of(seen), null))));
        }
        TripQueries.Day day = as(InstallGiven.TECHNICIAN, () -> db.get(TripQueries.class).day(LocalDate.of(2026, 11, 24)));
        assertThat(day.agreed()).extracting(TripQueries.Leg::school).containsExactly("Schule 0", "Schule 1", "Schule 2");
        assertThat(day.shortest()).extracting(TripQueries.Leg::school).containsExactly("Schule 0", "Schule 2", "Schule 1");
        assertThat(day.better()).isTrue();
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.get(TripQueries.class).day(LocalDate.of(2026, 11, 25))).agreed()).isEmpty();
    }

    private Trips.Seen seen(Long ticket) {
        return new Trips.Seen(ticket, InstallGiven.version(db, ticket));
    }

    private void agree(Instant at, Trips.Seen... tickets) {
        during(() -> as(InstallGiven.TECHNICIAN, () -> db.get(Trips.class).agree(school, new Trips.Agree(at, List.of(tickets), "Hausmeister"))));
    }

    private void access(String login, Integer version, String keys, String hours) {
        as(login, () -> {
            db.get(Trips.class).access(school, new Trips.Access(version, keys, hours));
            return null;
        });
    }

    private TripQueries.View view(String login) {
        return as(login, () -> db.get(TripQueries.class).school(school));
    }

    private void during(Runnable work) {
        db.get(Clock.class).at(LocalDateTime.parse("2026-11-23T07:00").atZone(Clock.ZONE).toInstant(), work);
    }

    private <T> T as(String login, Callable<T> work) {
        return SchoolGiven.as(db, login, work);
    }
}
