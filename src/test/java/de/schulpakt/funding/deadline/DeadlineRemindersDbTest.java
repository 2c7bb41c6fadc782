package de.schulpakt.funding.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.notice.NoticeQueries;
import de.schulpakt.notice.NoticeWay;
import de.schulpakt.notice.Notices;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.job.JobsGiven;
import de.schulpakt.platform.text.Texts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Of a deadline that nobody has seen to who may draw for the authority is told, before it is due and when it is over. */
@DbTest
class DeadlineRemindersDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();

    @Test
    void who_may_draw_is_told_once_at_thirty_days_seven_days_one_day_and_when_it_is_over_and_nobody_else_is(Db db) {
        ProcurementGiven b = decided(db);
        SchoolGiven.user(db, "fremdes.amt", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Anderer Träger"), null);
        SchoolGiven.user(db, "pruefung", Role.AUDITOR, b.authority, null);
        db.sql("UPDATE application SET period_to = ?", TODAY.plusDays(31));
        for (int day = 0; day <= 34; day++) {
            int left = 31 - day;
            assertThat(run(db, TODAY.plusDays(day))).as("%s days left", left).isEqualTo(List.of(30, 7, 1, -1).contains(left) ? 1 : 0);
        }
        for (String login : List.of(b.officer, b.receiver, FundingGiven.OFFICER)) {
            assertThat(kinds(db, login)).as(login).containsExactly("message.deadline_month", "message.deadline_week", "message.deadline_day", "message.deadline_over");
        }
        for (String login : List.of("fremdes.amt", "pruefung", b.admin)) {
            assertThat(kinds(db, login)).as(login).isEmpty();
        }
        String no = db.sql("SELECT no FROM application").get(0).get("no").toString();
        assertThat(told(db, b.officer)).allSatisfy(n -> {
            assertThat(n.subjectType()).isEqualTo("Application");
            assertThat(says(n, Locale.GERMAN)).contains(no, "Ende des Bewilligungszeitraums", Texts.date(Locale.GERMAN, TODAY.plusDays(31))).doesNotContain("ungeprüft");
            assertThat(says(n, Locale.ENGLISH)).contains(no, "End of the approval period", Texts.date(Locale.ENGLISH, TODAY.plusDays(31))).doesNotContain("unverified");
        });
    }

    @Test
    void a_job_that_is_run_twice_or_dies_in_the_middle_tells_each_once(Db db) {
        ProcurementGiven b = decided(db);
        db.sql("UPDATE application SET period_to = ?", TODAY.plusDays(5));
        spend(db, "M-1", TODAY.plusDays(6));
        spend(db, "M-2", TODAY.plusDays(20));
        DeadlineReminders reminders = db.get(DeadlineReminders.class);
        at(db, TODAY, () -> {
            List<DeadlineReminders.Due> waiting = reminders.waiting(b.authority);
            assertThat(waiting).extracting(DeadlineReminders.Due::step).containsExactly(DeadlineStep.WEEK, DeadlineStep.WEEK, DeadlineStep.MONTH);
            assertThat(reminders.tell(waiting.get(0))).isTrue();
            assertThat(reminders.tell(waiting.get(0))).as("another node was there first").isFalse();
            assertThatThrownBy(() -> db.tx(() -> {
                assertThat(reminders.tell(waiting.get(1))).isTrue();
                throw new IllegalStateException("killed");
            })).hasStackTraceContaining("killed");
        });
        assertThat(run(db, TODAY)).isEqualTo(2);
        assertThat(run(db, TODAY)).isZero();
        assertThat(told(db, b.officer)).extracting(NoticeQueries.Row::subjectNo).containsExactlyInAnyOrder(
                db.sql("SELECT no FROM application").get(0).get("no").toString(), "M-1", "M-2");
    }

    @Test
    void a_job_that_was_not_run_for_days_tells_the_last_step_that_was_passed_only(Db db) {
        ProcurementGiven b = decided(db);
        db.sql("UPDATE application SET period_to = ?", TODAY.plusDays(12));
        spend(db, "M-1", TODAY.minusDays(60));
        spend(db, "M-2", TODAY.minusDays(61));
        assertThat(run(db, TODAY)).isEqualTo(2);
        assertThat(kinds(db, b.officer)).containsExactlyInAnyOrder("message.deadline_month", "message.deadline_over");
        assertThat(told(db, b.officer)).extracting(NoticeQueries.Row::subjectNo).as("over for too long").doesNotContain("M-2");
        assertThat(run(db, TODAY.plusDays(12))).as("on the day itself, a week and a day passed at once").isEqualTo(1);
        assertThat(kinds(db, b.officer)).hasSize(3).endsWith("message.deadline_day");
        assertThat(run(db, TODAY.plusDays(20))).isEqualTo(1);
        assertThat(kinds(db, b.officer)).hasSize(4).endsWith("message.deadline_over");
    }

    @Test
    void a_deadline_that_was_kept_is_silent_until_it_is_opened_again(Db db) {
        ProcurementGiven b = decided(db);
        db.sql("UPDATE application SET period_to = ?", TODAY.plusDays(5));
        Long application = db.number("SELECT id FROM application");
        SchoolGiven.as(db, b.officer, () -> {
            db.get(Deadlines.class).keep(new Deadlines.Keep(FundingDeadline.PERIOD_END, application, TODAY.plusDays(5), b.authority, null));
            return null;
        });
        assertThat(run(db, TODAY)).isZero();
        assertThat(run(db, TODAY.plusDays(6))).isZero();
        SchoolGiven.as(db, b.officer, () -> {
            db.get(Deadlines.class).reopen(new Deadlines.Reopen(FundingDeadline.PERIOD_END, application, TODAY.plusDays(5), b.authority));
            return null;
        });
        assertThat(run(db, TODAY)).isEqualTo(1);
        assertThat(kinds(db, b.officer)).containsExactly("message.deadline_week");
    }

    @Test
    void a_deadline_whose_day_moves_is_told_again_for_the_new_day(Db db) {
        ProcurementGiven b = decided(db);
        db.sql("UPDATE application SET period_to = ?", TODAY.plusDays(20));
        assertThat(run(db, TODAY)).isEqualTo(1);
        db.sql("UPDATE application SET period_to = ?", TODAY.plusDays(90));
        assertThat(run(db, TODAY)).as("too far away").isZero();
        db.sql("UPDATE application SET period_to = ?", TODAY.plusDays(25));
        assertThat(run(db, TODAY)).isEqualTo(1);
        assertThat(run(db, TODAY)).isZero();
        assertThat(told(db, b.officer)).extracting(NoticeQueries.Row::dayOn).containsExactly(TODAY.plusDays(20), TODAY.plusDays(25));
    }

    @Test
    void a_deadline_that_rests_on_an_unverified_rule_says_so_and_an_objection_is_not_told_to_be_over(Db db) {
        ProcurementGiven b = decided(db);
        db.sql("UPDATE application SET period_to = ?", TODAY.minusDays(80));
        FundingGiven.officer(db, () -> db.get(Programmes.class).addRule(new Programmes.AddRule(db.number("SELECT max(id) FROM programme"), RuleKind.PROOF_MONTHS, null, "3",
                FundingGiven.START, "Presse", null, false)));
        assertThat(run(db, TODAY)).isEqualTo(1);
        NoticeQueries.Row first = told(db, b.officer).get(0);
        assertThat(first.action()).isEqualTo("FundingDeadline.PROOF_DUE");
        assertThat(says(first, Locale.GERMAN)).contains("Verwendungsnachweis", "ungeprüften Regel");
        assertThat(says(first, Locale.ENGLISH)).contains("Proof of use", "unverified rule");
        db.sql("UPDATE programme_rule SET verified = TRUE WHERE kind = 'PROOF_MONTHS'");
        assertThat(run(db, TODAY)).as("the same step and day").isZero();
        assertThat(run(db, first.dayOn().minusDays(7))).isEqualTo(1);
        assertThat(kinds(db, b.officer)).containsExactly("message.deadline_month_unverified", "message.deadline_week");
        db.sql("UPDATE application SET state = 'REJECTED', decided_on = ?", TODAY.minusDays(10));
        assertThat(run(db, TODAY)).isEqualTo(1);
        assertThat(told(db, b.officer)).anySatisfy(n -> {
            assertThat(n.action()).isEqualTo("FundingDeadline.OBJECTION");
            assertThat(n.kind()).isEqualTo("message.deadline_month_unverified");
        });
        assertThat(run(db, TODAY.plusDays(40))).isZero();
    }

    @Test
    void who_wants_mail_reads_in_the_own_language_what_is_due_and_when(Db db) {
        ProcurementGiven b = decided(db);
        db.sql("UPDATE application SET period_to = ?", TODAY.plusDays(7));
        db.sql("UPDATE app_user SET email = concat(login, '@example.org'), language = if(login = ?, 'de', 'en') WHERE login IN (?, ?)", b.officer, b.officer, b.receiver);
        System.setProperty("schulpakt.mail.host", "127.0.0.1");
        try {
            for (String login : List.of(b.officer, b.receiver)) {
                SchoolGiven.as(db, login, () -> {
                    db.get(Notices.class).choose(new Notices.Choose("deadlines", NoticeWay.MAIL));
                    return null;
                });
            }
            assertThat(run(db, TODAY)).isEqualTo(1);
            JobsGiven.run(db, "notices");
        } finally {
            System.clearProperty("schulpakt.mail.host");
        }
        String no = db.sql("SELECT no FROM application").get(0).get("no").toString();
        assertThat(db.sql("SELECT subject FROM mail WHERE recipient LIKE ?", b.officer + "@%")).singleElement().satisfies(m -> assertThat(m.get("subject")).isEqualTo(
                "Frist am " + Texts.date(Locale.GERMAN, TODAY.plusDays(7)) + ": Ende des Bewilligungszeitraums, " + no + ". Noch höchstens 7 Tage."));
        assertThat(db.sql("SELECT subject FROM mail WHERE recipient LIKE ?", b.receiver + "@%")).singleElement().satisfies(m -> assertThat(m.get("subject")).isEqualTo(
                "Deadline on " + Texts.date(Locale.ENGLISH, TODAY.plusDays(7)) + ": End of the approval period, " + no + ". At most 7 days are left."));
    }

    @Test
    void a_subject_with_a_long_name_is_named_as_far_as_a_notice_can(Db db) {
        ProcurementGiven b = decided(db, "Görres-Gymnasium mit Förderschwerpunkt ganzheitliche Entwicklung");
        db.sql("UPDATE annex SET concept_due_on = ?, concept_received_on = NULL", TODAY.plusDays(10));
        assertThat(run(db, TODAY)).isEqualTo(1);
        assertThat(told(db, b.officer)).singleElement().satisfies(n -> {
            assertThat(n.subjectNo()).isEqualTo("Görres-Gymnasium mit Förderschwerpunkt …");
            assertThat(n.subjectId()).isEqualTo(db.number("SELECT id FROM application"));
        });
    }

    @Test
    void an_authority_needs_one_statement_more_than_its_deadlines(Db db) {
        ProcurementGiven b = decided(db);
        for (int i = 0; i < 10; i++) {
            spend(db, "M-" + i, TODAY.plusDays(i));
        }
        DeadlineFinder finder = db.get(DeadlineFinder.class);
        int deadlines = db.statements(() -> finder.of(finder.applicants(false, List.of(b.authority))));
        assertThat(db.statements(() -> db.get(DeadlineReminders.class).waiting(b.authority))).isEqualTo(deadlines + 1);
        assertThat(run(db, TODAY)).isEqualTo(10);
        assertThat(db.statements(() -> run(db, TODAY))).as("all told").isEqualTo(1 + deadlines + 1);
    }

    private static ProcurementGiven decided(Db db) {
        return decided(db, "Görres");
    }

    /** An authority with a decided application; key dates, which depend on the day of the year, are left out, and so is the end of the period. */
    private static ProcurementGiven decided(Db db, String school) {
        ProcurementGiven b = ProcurementGiven.school(db, school);
        b.budget(Category.MOBILE_DEVICE, 100_000);
        db.sql("DELETE FROM programme_rule WHERE kind = 'REPORT_DAYS'");
        return b;
    }

    private static void spend(Db db, String no, LocalDate by) {
        db.sql("INSERT INTO drawdown (no, application_id, authority_id, state, planned, eligible_cents, grant_cents, received_on, received_cents, spend_by_on,"
                + " created_at) SELECT ?, min(id), authority_id, 'RECEIVED', true, 0, 100, ?, 100, ?, now(6) FROM application", no, TODAY.minusDays(90), by);
    }

    /** Runs the job at noon of a day; of how many deadlines it told. */
    private static int run(Db db, LocalDate day) {
        String[] said = new String[1];
        at(db, day, () -> said[0] = JobsGiven.run(db, "deadlines"));
        assertThat(said[0]).startsWith("job.kind.deadlines_told\n");
        return Integer.parseInt(said[0].substring(said[0].indexOf('\n') + 1));
    }

    private static void at(Db db, LocalDate day, Runnable work) {
        db.get(Clock.class).at(day.atTime(12, 0).atZone(Clock.ZONE).toInstant(), work);
    }

    private static List<String> kinds(Db db, String login) {
        return told(db, login).stream().map(NoticeQueries.Row::kind).toList();
    }

    /** What somebody was told of deadlines, the oldest first. */
    private static List<NoticeQueries.Row> told(Db db, String login) {
        return SchoolGiven.as(db, login, () -> db.get(NoticeQueries.class).newest(50)).stream().filter(n -> n.topic().equals("deadlines"))
                .sorted(Comparator.comparing(NoticeQueries.Row::id)).toList();
    }

    private static String says(NoticeQueries.Row n, Locale locale) {
        return Texts.get(locale, n.kind(), n.subjectNo(), Texts.get(locale, n.action()), n.dayOn());
    }
}
