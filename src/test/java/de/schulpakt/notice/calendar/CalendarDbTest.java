package de.schulpakt.notice.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import de.schulpakt.funding.deadline.Deadlines;
import de.schulpakt.funding.deadline.FundingDeadline;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.identity.register.CalendarSource;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in the calendar of whom, and what a calendar program makes of it. */
@DbTest
class CalendarDbTest {
    private static final List<String> ALL = List.of("visits", "tickets", "deliveries", "deadlines");
    private static final Instant MADE = Instant.parse("2026-01-02T03:04:05Z");
    private Db db;
    private ProcurementGiven given;

    @BeforeEach
    void aSchool(Db theDb) {
        db = theDb;
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
    }

    @Test
    void a_visit_stays_the_same_appointment_when_it_is_moved_and_is_called_off_when_it_is_off() {
        Long ticket = InstallGiven.plain(db, given.school, "Dose prüfen");
        InstallGiven.take(db, ticket);
        InstallGiven.schedule(db, ticket, 600);
        CalendarSource.Entry first = entries(given.admin, "visits").get(0);
        assertThat(first.sequence()).isZero();
        InstallGiven.schedule(db, ticket, 900);
        CalendarSource.Entry moved = entries(given.admin, "visits").get(0);
        assertThat(entries(given.admin, "visits")).hasSize(1);
        assertThat(moved.uid()).isEqualTo(first.uid());
        assertThat(moved.sequence()).isGreaterThan(first.sequence());
        assertThat(moved.startsAt()).isAfter(first.startsAt());
        assertThat(moved.off()).isFalse();
        InstallGiven.work(db, tickets -> tickets.release(ticket, InstallGiven.step(db, ticket)));
        CalendarSource.Entry off = entries(given.admin, "visits").get(0);
        assertThat(off.off()).isTrue();
        assertThat(off.sequence()).isGreaterThan(moved.sequence());
    }

    @Test
    void each_sees_what_the_roles_let_see_now_and_a_technician_the_own_work() {
        SchoolGiven.user(db, "anderer", Role.TECHNICIAN, null, null);
        SchoolGiven.user(db, "fremd", Role.SCHOOL_ADMIN, null, SchoolGiven.school(db, "Andere Schule"));
        SchoolGiven.user(db, "fremdes.amt", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Anderer Träger"), null);
        given.budget(Category.WLAN, 100_000);
        given.order(given.approved(given.accessPoint(45_000), 1));
        db.sql("update purchase_order set expected_on = current_date + interval 5 day");
        db.sql("update application set period_to = current_date + interval 100 day");
        Long ticket = InstallGiven.plain(db, given.school, "Dose prüfen");
        db.sql("update ticket set due_on = current_date + interval 3 day");
        InstallGiven.take(db, ticket);
        InstallGiven.schedule(db, ticket, 600);
        assertThat(kinds(given.officer)).containsExactlyInAnyOrder("visits", "tickets", "deliveries", "deadlines");
        assertThat(kinds(given.admin)).containsExactlyInAnyOrder("visits", "tickets");
        assertThat(kinds(InstallGiven.TECHNICIAN)).containsExactlyInAnyOrder("visits", "tickets");
        for (String nobody : List.of("anderer", "fremd", "fremdes.amt", SchoolGiven.ADMIN)) {
            assertThat(kinds(nobody)).as(nobody).isEmpty();
        }
        db.sql("delete from role_assignment where user_id = (select id from app_user where login = ?)", given.admin);
        assertThat(kinds(given.admin)).isEmpty();
    }

    @Test
    void every_deadline_that_nobody_has_seen_to_stands_in_it_and_says_what_it_is() {
        given.budget(Category.WLAN, 100_000);
        db.sql("update application set period_to = current_date + interval 100 day");
        CalendarSource.Entry end = entries(given.officer, "deadlines").stream().filter(e -> e.what() == FundingDeadline.PERIOD_END).findFirst().orElseThrow();
        assertThat(entries(given.officer, "deadlines")).extracting(CalendarSource.Entry::uid).doesNotHaveDuplicates();
        assertThat(end.page()).startsWith("/funding/application.xhtml?id=");
        assertThat(text(end).replace("\r\n ", "")).contains("Ende des Bewilligungszeitraums").contains(end.no());
        long id = Long.parseLong(end.page().replaceAll("\\D", ""));
        as(given.officer, () -> db.get(Deadlines.class).keep(new Deadlines.Keep(FundingDeadline.PERIOD_END, id, end.day(), given.authority, null)));
        assertThat(entries(given.officer, "deadlines")).noneMatch(e -> e.what() == FundingDeadline.PERIOD_END);
    }

    @Test
    void hours_are_right_in_the_nights_in_which_the_clock_changes_and_days_have_no_zone() {
        // 2:30 in summer time and an hour later 2:30 in winter time
        Instant before = Instant.parse("2026-10-25T00:30:00Z");
        String text = text(new CalendarSource.Entry("visit-1", 0, "T-1", "Dose", "Görres", "/x", before, 120, null, false),
                new CalendarSource.Entry("visit-2", 1, "T-2", "Dose", null, "/x", before.plusSeconds(3600), 60, null, true),
                CalendarSource.Entry.ofDay("order-1", 4, "O-1", "Lieferant", null, "/x", LocalDate.of(2026, 12, 31)));
        assertThat(text).contains("DTSTART:20261025T003000Z", "DTEND:20261025T023000Z", "DTSTART:20261025T013000Z", "DTSTART;VALUE=DATE:20261231",
                "DTEND;VALUE=DATE:20270101", "SEQUENCE:4", "STATUS:CANCELLED", "UID:visit-1@schule.example.org", "DTSTAMP:20260102T030405Z");
        List<VEvent> events = Biweekly.parse(text).first().getEvents();
        assertThat(events).extracting(e -> e.getSummary().getValue()).containsExactly("Termin T-1: Dose", "Termin T-2: Dose", "Termin O-1: Lieferant");
        assertThat(events.get(0).getDateStart().getValue().toInstant()).isEqualTo(before);
        assertThat(Biweekly.parse(text).first().validate(biweekly.ICalVersion.V2_0).getWarnings()).isEmpty();
        assertThat(text).as("the same entries are the same text").isEqualTo(text(new CalendarSource.Entry("visit-1", 0, "T-1", "Dose", "Görres", "/x", before, 120, null, false),
                new CalendarSource.Entry("visit-2", 1, "T-2", "Dose", null, "/x", before.plusSeconds(3600), 60, null, true),
                CalendarSource.Entry.ofDay("order-1", 4, "O-1", "Lieferant", null, "/x", LocalDate.of(2026, 12, 31))));
    }

    @Test
    void an_address_is_kept_as_its_hash_is_renewed_and_ended() {
        String first = SchoolGiven.as(db, given.officer, () -> calendars().renew(new Calendars.Choose(List.of("visits"))));
        assertThat(first).matches("/calendar/[A-Za-z0-9_-]{43}\\.ics");
        assertThat(db.sql("select * from calendar_feed").toString()).doesNotContain(secret(first));
        assertThat(feed(first)).isPresent();
        as(given.officer, () -> {
            calendars().choose(new Calendars.Choose(List.of("tickets", "visits")));
            assertThat(db.get(CalendarQueries.class).own().kinds()).containsExactly("tickets", "visits");
        });
        String second = SchoolGiven.as(db, given.officer, () -> calendars().renew(new Calendars.Choose(ALL)));
        assertThat(feed(first)).isEmpty();
        assertThat(feed(second)).isPresent();
        calendars().used(Sha256.hex(secret(second)));
        as(given.officer, () -> assertThat(db.get(CalendarQueries.class).own().used()).isNotNull());
        as(given.officer, () -> calendars().end());
        assertThat(feed(second)).isEmpty();
        as(given.officer, () -> {
            assertThat(code(() -> calendars().choose(new Calendars.Choose(ALL)))).isEqualTo("calendar.none");
            assertThat(code(() -> calendars().renew(new Calendars.Choose(List.of("nothing"))))).isEqualTo("calendar.kind");
        });
        as(given.admin, () -> assertThat(code(() -> calendars().renew(new Calendars.Choose(List.of("deliveries"))))).isEqualTo("calendar.kind"));
    }

    @Test
    void one_calendar_is_read_so_often_and_others_are_not_held_up() {
        CalendarLimits limits = db.get(CalendarLimits.class);
        for (int i = 0; i < CalendarLimits.MOST; i++) {
            assertThat(limits.lets("one")).isTrue();
        }
        assertThat(limits.lets("one")).isFalse();
        assertThat(limits.lets("another")).isTrue();
    }

    private static String text(CalendarSource.Entry... entries) {
        return CalendarText.of(List.of(entries).stream().map(entry -> new CalendarQueries.Entry(entry.what() == null ? "visits" : "deadlines", entry)).toList(), Locale.GERMAN,
                "https://schule.example.org:8443", MADE);
    }

    private List<CalendarSource.Entry> entries(String login, String kind) {
        return SchoolGiven.as(db, login, () -> db.get(CalendarQueries.class).entries(List.of(kind))).stream().map(CalendarQueries.Entry::what).toList();
    }

    private List<String> kinds(String login) {
        return SchoolGiven.as(db, login, () -> db.get(CalendarQueries.class).entries(ALL)).stream().map(CalendarQueries.Entry::kind).distinct().toList();
    }

    private java.util.Optional<CalendarQueries.Feed> feed(String address) {
        return db.get(CalendarQueries.class).feed(Sha256.hex(secret(address)));
    }

    private static String secret(String address) {
        return address.replace("/calendar/", "").replace(".ics", "");
    }

    private static String code(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        String[] code = new String[1];
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, e -> code[0] = e.code());
        return code[0];
    }

    private Calendars calendars() {
        return db.get(Calendars.class);
    }

    private void as(String login, Runnable work) {
        SchoolGiven.as(db, login, () -> {
            work.run();
            return null;
        });
    }
}
