package de.schulpakt.install.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.identity.Role;
import de.schulpakt.install.kind.Priority;
import de.schulpakt.install.planning.Absences;
import de.schulpakt.install.planning.BlockKind;
import de.schulpakt.install.planning.SiteTimes;
import de.schulpakt.install.planning.Slots;
import de.schulpakt.install.planning.Visits;
import de.schulpakt.install.planning.WeekQueries;
import de.schulpakt.install.quiet.Lessons;
import de.schulpakt.install.ticket.TicketQueries;
import de.schulpakt.install.ticket.Tickets;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.InstallGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Noisy work is proposed for holidays first, exams and who opens bound what is proposed; movable days of a school stop the clocks of its tickets. */
@DbTest
class SlotProposalsDbTest {
    private static final String SCHOOL_ADMIN = "schule";
    /** A Monday; the Christmas holidays begin on 23 December. */
    private static final String NOW = "2026-12-14T08:00";
    private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 15);
    private Db db;
    private Long school;

    @BeforeEach
    void given(Db kit) {
        db = kit;
        school = SchoolGiven.school(db, "Görres-Gymnasium");
        InstallGiven.technician(db);
        SchoolGiven.user(db, SCHOOL_ADMIN, Role.SCHOOL_ADMIN, null, school);
    }

    @Test
    void noisy_work_is_proposed_for_holidays_first_with_the_reason() {
        Long cabling = open("CABLING");
        SlotProposals.View view = propose(cabling);
        assertThat(view.noisy()).isTrue();
        assertThat(view.proposals()).hasSize(6);
        assertThat(view.proposals()).extracting(one -> one.lessons().kind()).startsWith(Lessons.LessonDay.SCHOOL_HOLIDAYS, Lessons.LessonDay.SCHOOL_HOLIDAYS,
                Lessons.LessonDay.SCHOOL_HOLIDAYS).endsWith(Lessons.LessonDay.LESSONS);
        assertThat(days(view)).as("not on Christmas Day").startsWith(LocalDate.of(2026, 12, 23), LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 28))
                .endsWith(TUESDAY.plusDays(2));
        assertThat(view.proposals().get(0).lessons().name("de")).isEqualTo("Weihnachtsferien");
        block(BlockKind.MOVABLE, TUESDAY.plusDays(1));
        assertThat(days(propose(cabling))).startsWith(TUESDAY.plusDays(1), LocalDate.of(2026, 12, 23));
        assertThat(propose(cabling).proposals().get(0).lessons().kind()).isEqualTo(Lessons.LessonDay.MOVABLE_DAY);
        Long fault = open("FAULT");
        assertThat(propose(fault).noisy()).isFalse();
        assertThat(days(propose(fault))).as("the soonest").containsExactly(TUESDAY, TUESDAY.plusDays(1), TUESDAY.plusDays(2));
    }

    @Test
    void exams_who_opens_absences_and_other_visits_bound_what_is_proposed() {
        Long fault = open("FAULT");
        block(BlockKind.EXAM, TUESDAY);
        as(SCHOOL_ADMIN, () -> {
            db.get(SiteTimes.class).hours(school, new SiteTimes.Hours(null, LocalTime.of(9, 0), LocalTime.of(13, 0)));
            return null;
        });
        as(InstallGiven.TECHNICIAN, () -> db.get(Absences.class).add(new Absences.Add(TUESDAY.plusDays(1), TUESDAY.plusDays(1))));
        Long other = open("FAULT");
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(Tickets.class).take(other, new Tickets.Step(db.get(TicketQueries.class).view(other).version(), null));
            db.get(Visits.class).schedule(other, new Visits.Schedule(db.get(TicketQueries.class).view(other).version(), at("2026-12-17T09:00"), 60, null, null));
            return null;
        });
        List<SlotProposals.Proposal> found = propose(fault).proposals();
        assertThat(found).extracting(SlotProposals.Proposal::startsAt).containsExactly(at("2026-12-17T10:00"), at("2026-12-18T09:00"), at("2026-12-21T09:00"));
        assertThat(found.get(0).minutes()).isPositive();
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(Tickets.class).take(fault, new Tickets.Step(db.get(TicketQueries.class).view(fault).version(), null));
            db.get(Slots.class).offer(fault, new Slots.Offer(found.stream().map(one -> new Slots.Slot(one.startsAt(), one.minutes())).toList()));
            return null;
        });
        assertThat(as(SCHOOL_ADMIN, () -> db.get(WeekQueries.class).slots(fault))).hasSize(3).extracting(WeekQueries.Slot::lessons).containsOnlyNulls();
        assertThat(Texts.has(Locale.GERMAN, "slot.none")).as("what the page says when nothing is ticked").isTrue();
        assertThatThrownBy(() -> as(SCHOOL_ADMIN, () -> db.get(SlotProposals.class).propose(fault))).isInstanceOf(Forbidden.class);
        assertThat(as(InstallGiven.TECHNICIAN, () -> db.statements(() -> db.get(SlotProposals.class).propose(fault)))).isLessThanOrEqualTo(7);
    }

    @Test
    void what_is_offered_of_noisy_work_says_whether_lessons_are_disturbed() {
        Long cabling = open("CABLING");
        as(InstallGiven.TECHNICIAN, () -> {
            db.get(Tickets.class).take(cabling, new Tickets.Step(db.get(TicketQueries.class).view(cabling).version(), null));
            db.get(Slots.class).offer(cabling, new Slots.Offer(List.of(new Slots.Slot(at("2026-12-17T09:00"), 60), new Slots.Slot(at("2026-12-28T09:00"), 60))));
            return null;
        });
        assertThat(as(SCHOOL_ADMIN, () -> db.get(WeekQueries.class).slots(cabling))).extracting(one -> one.lessons().quiet()).containsExactly(false, true);
    }

    @Test
    void movable_days_of_a_school_stop_the_clocks_of_its_tickets_and_of_no_others() {
        Long other = SchoolGiven.school(db, "Andere Schule");
        Long running = urgent(school);
        Long elsewhere = urgent(other);
        Instant usual = due(running);
        assertThat(usual).as("480 working minutes from 8 o'clock on a Monday").isEqualTo(at("2026-12-14T16:00"));
        Long days = block(BlockKind.MOVABLE, LocalDate.of(2026, 12, 14));
        assertThat(due(running)).as("the whole day does not count").isEqualTo(at("2026-12-15T15:30"));
        assertThat(due(elsewhere)).isEqualTo(usual);
        assertThat(due(urgent(school))).as("a clock that begins then").isEqualTo(at("2026-12-15T15:30"));
        db.sql("update ticket set level_told = 3 where id = ?", running);
        Long later = block(BlockKind.MOVABLE, LocalDate.of(2027, 5, 7));
        assertThat(db.number("select level_told from ticket where id = ?", running)).as("the same times are not told again").isEqualTo(3);
        as(SCHOOL_ADMIN, () -> {
            db.get(SiteTimes.class).unblock(days);
            db.get(SiteTimes.class).unblock(later);
            return null;
        });
        assertThat(due(running)).isEqualTo(usual);
        db.checks();
    }

    private Long urgent(Long at) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(Tickets.class).open(new Tickets.Open(at, null, "FAULT", "Netz weg", null, Priority.URGENT, null, null)));
    }

    private Instant due(Long id) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(TicketQueries.class).view(id).level().solutionDueAt());
    }

    private Long open(String kind) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(Tickets.class).open(new Tickets.Open(school, null, kind, "Arbeit", null, null, null, null)));
    }

    private SlotProposals.View propose(Long id) {
        return as(InstallGiven.TECHNICIAN, () -> db.get(SlotProposals.class).propose(id));
    }

    private static List<LocalDate> days(SlotProposals.View view) {
        return view.proposals().stream().map(one -> Clock.day(one.startsAt())).toList();
    }

    private Long block(BlockKind kind, LocalDate day) {
        return as(SCHOOL_ADMIN, () -> db.get(SiteTimes.class).block(school, new SiteTimes.Block(kind, day, day)));
    }

    private <T> T as(String login, Callable<T> work) {
        List<T> got = new ArrayList<>();
        db.get(Clock.class).at(at(NOW), () -> got.add(SchoolGiven.as(db, login, work)));
        return got.get(0);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Clock.ZONE).toInstant();
    }
}
