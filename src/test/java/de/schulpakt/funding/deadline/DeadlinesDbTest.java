package de.schulpakt.funding.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.inquiry.Inquiries;
import de.schulpakt.funding.inquiry.InquirySide;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.Programmes;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deadlines follow from rules, decisions and drawdowns; who has seen to one stands beside it. */
@DbTest
class DeadlinesDbTest {
    private static final LocalDate TODAY = ProcurementGiven.today();

    @Test
    void a_decided_application_has_the_end_of_its_period_and_a_proof_that_is_due_on_a_working_day(Db db) {
        ProcurementGiven b = decided(db);
        LocalDate end = TODAY.plusDays(100);
        db.sql("UPDATE application SET period_to = ?", end);
        FundingGiven.rule(db, programme(db), RuleKind.PROOF_MONTHS, null, "6");
        List<DeadlineQueries.Row> rows = all(b, false);
        assertThat(rows).filteredOn(r -> r.kind() == FundingDeadline.PERIOD_END).singleElement().satisfies(r -> {
            assertThat(r.on()).isEqualTo(end);
            assertThat(r.days()).isEqualTo(100);
            assertThat(r.verified()).isTrue();
        });
        assertThat(rows).filteredOn(r -> r.kind() == FundingDeadline.PROOF_DUE).singleElement().satisfies(r -> {
            assertThat(r.by()).isEqualTo(end.plusMonths(6));
            assertThat(r.on()).isEqualTo(WorkingDays.from(end.plusMonths(6), "RP"));
            assertThat(r.source()).isEqualTo("test");
        });
        assertThat(rows).filteredOn(r -> r.kind() == FundingDeadline.KEY_DATE).isNotEmpty().allSatisfy(r -> assertThat(r.on().toString()).matches(".*(06-30|12-31)"));
    }

    @Test
    void a_proof_that_was_handed_in_is_due_no_longer_but_what_is_asked_about_it_is(Db db) {
        ProcurementGiven b = decided(db);
        db.sql("UPDATE application SET period_to = ?", TODAY.minusDays(10));
        FundingGiven.rule(db, programme(db), RuleKind.PROOF_MONTHS, null, "6");
        db.sql("INSERT INTO proof (no, application_id, authority_id, kind, state, edition, to_on, draft, created_at) SELECT 'N-1', min(id), min(authority_id), 'FINAL', 'DRAFT', 1, ?, 1,"
                + " now(6) FROM application", TODAY);
        assertThat(all(b, false)).extracting(DeadlineQueries.Row::kind).contains(FundingDeadline.PROOF_DUE);
        db.sql("UPDATE proof SET state = 'QUERIED', draft = NULL, answer_by_on = ?", TODAY.plusDays(9));
        assertThat(all(b, false)).extracting(DeadlineQueries.Row::kind).doesNotContain(FundingDeadline.PROOF_DUE);
        assertThat(all(b, false)).filteredOn(r -> r.kind() == FundingDeadline.PROOF_ANSWER).singleElement().satisfies(r -> {
            assertThat(r.by()).isEqualTo(TODAY.plusDays(9));
            assertThat(r.on()).isEqualTo(WorkingDays.from(TODAY.plusDays(9), "RP"));
            assertThat(r.link()).isEqualTo("Proof");
        });
        db.sql("INSERT INTO proof_recovery (proof_id, grant_cents, interest_cents, demanded_on, due_on, reason) SELECT min(id), 1, 0, ?, ?, 'x' FROM proof", TODAY, TODAY.plusDays(20));
        assertThat(all(b, false)).filteredOn(r -> r.kind() == FundingDeadline.RECOVERY_DUE).singleElement().satisfies(r -> assertThat(r.by()).isEqualTo(TODAY.plusDays(20)));
        db.sql("UPDATE proof_recovery SET paid_on = ?", TODAY);
        assertThat(all(b, false)).extracting(DeadlineQueries.Row::kind).doesNotContain(FundingDeadline.RECOVERY_DUE);
    }

    @Test
    void an_objection_is_open_for_a_month_against_what_gives_less_and_not_against_what_gives_all(Db db) {
        ProcurementGiven b = decided(db);
        db.sql("UPDATE application SET decided_on = ?", TODAY);
        assertThat(all(b, false)).extracting(DeadlineQueries.Row::kind).doesNotContain(FundingDeadline.OBJECTION);
        for (String state : List.of("PARTLY_APPROVED", "REJECTED")) {
            db.sql("UPDATE application SET state = ?", state);
            assertThat(all(b, false)).filteredOn(r -> r.kind() == FundingDeadline.OBJECTION).singleElement().satisfies(r -> {
                assertThat(r.by()).isEqualTo(TODAY.plusMonths(1));
                assertThat(r.on()).isEqualTo(WorkingDays.from(TODAY.plusMonths(1), "RP"));
                assertThat(r.verified()).as("from the day of the decision, and not of its announcement").isFalse();
                assertThat(r.source()).contains("§ 70");
            });
        }
        assertThat(all(b, false)).extracting(DeadlineQueries.Row::kind).containsOnly(FundingDeadline.OBJECTION);
        db.sql("UPDATE application SET decided_on = ?", TODAY.minusDays(40));
        assertThat(all(b, false)).as("what is over reminds nobody").isEmpty();
    }

    @Test
    void programmes_and_bindings_that_end_stand_among_them_and_each_authority_has_its_own(Db db) {
        ProcurementGiven b = decided(db);
        db.sql("UPDATE programme SET ends_on = ?", TODAY.plusDays(300));
        b.receive(b.order(b.approved(b.tablet(10_000), 2)), "1", null, "S-1", "S-2");
        db.sql("UPDATE device SET binding_end_on = ?", TODAY.plusDays(50));
        ProcurementGiven other = ProcurementGiven.school(db, "Anderswo");
        other.budget(Category.MOBILE_DEVICE, 100_000);
        assertThat(all(b, false)).filteredOn(r -> r.kind() == FundingDeadline.PROGRAMME_END && r.authorityId().equals(b.authority)).singleElement()
                .satisfies(r -> assertThat(r.on()).isEqualTo(TODAY.plusDays(300)));
        assertThat(all(b, false)).filteredOn(r -> r.kind() == FundingDeadline.BINDING_END).singleElement().satisfies(r -> {
            assertThat(r.devices()).isEqualTo(2);
            assertThat(r.on()).isEqualTo(TODAY.plusDays(50));
            assertThat(r.authorityId()).isEqualTo(b.authority);
        });
        assertThat(FundingGiven.officer(db, () -> db.get(DeadlineQueries.class).all(false))).filteredOn(r -> r.kind() == FundingDeadline.KEY_DATE)
                .extracting(DeadlineQueries.Row::authorityId).contains(b.authority, other.authority);
        assertThat(all(b, false)).extracting(DeadlineQueries.Row::authorityId).as("of its own").containsOnly(b.authority);
        db.sql("UPDATE device SET binding_end_on = ?", TODAY.plusDays(181));
        assertThat(all(b, false)).extracting(DeadlineQueries.Row::kind).doesNotContain(FundingDeadline.BINDING_END);
        db.clean();
    }

    @Test
    void a_rule_that_nobody_has_verified_says_so(Db db) {
        ProcurementGiven b = decided(db);
        db.sql("UPDATE application SET period_to = ?", TODAY.plusDays(10));
        FundingGiven.officer(db, () -> db.get(Programmes.class).addRule(new Programmes.AddRule(programme(db), RuleKind.PROOF_MONTHS, null, "3",
                FundingGiven.START, "Presse", null, false)));
        assertThat(all(b, false)).filteredOn(r -> r.kind() == FundingDeadline.PROOF_DUE).singleElement().satisfies(r -> assertThat(r.verified()).isFalse());
        assertThat(all(b, false)).filteredOn(r -> r.kind() == FundingDeadline.KEY_DATE).isNotEmpty().allMatch(DeadlineQueries.Row::verified);
        db.sql("UPDATE programme_rule SET verified = FALSE WHERE kind = 'REPORT_DAYS'");
        assertThat(all(b, false)).filteredOn(r -> r.kind() == FundingDeadline.KEY_DATE).isNotEmpty().noneMatch(DeadlineQueries.Row::verified);
    }

    @Test
    void a_draft_is_due_on_the_last_day_for_applications_and_money_that_came_by_its_day(Db db) {
        ProcurementGiven b = decided(db);
        FundingGiven.rule(db, programme(db), RuleKind.APPLY_UNTIL, null, TODAY.plusDays(20).toString());
        assertThat(all(b, false)).extracting(DeadlineQueries.Row::kind).doesNotContain(FundingDeadline.APPLY_UNTIL, FundingDeadline.SPEND_BY);
        FundingGiven.application(db, programme(db), b.authority);
        db.sql("INSERT INTO drawdown (no, application_id, authority_id, state, planned, eligible_cents, grant_cents, received_on, received_cents, spend_by_on,"
                + " created_at) SELECT 'M-1', min(id), authority_id, 'RECEIVED', true, 0, 100, ?, 100, ?, now(6) FROM application", TODAY, TODAY.plusDays(42));
        assertThat(all(b, false)).filteredOn(r -> r.kind() == FundingDeadline.APPLY_UNTIL).singleElement()
                .satisfies(r -> assertThat(r.by()).isEqualTo(TODAY.plusDays(20)));
        assertThat(all(b, false)).filteredOn(r -> r.kind() == FundingDeadline.SPEND_BY).singleElement()
                .satisfies(r -> assertThat(r.on()).isEqualTo(TODAY.plusDays(42)));
    }

    @Test
    void what_the_granting_body_asks_is_due_and_what_the_authority_asks_is_not(Db db) {
        ProcurementGiven b = decided(db);
        Long application = db.number("SELECT max(id) FROM application");
        for (InquirySide side : InquirySide.values()) {
            SchoolGiven.as(db, b.officer, () -> db.get(Inquiries.class).ask(new Inquiries.Ask(application, side, "Kosten", "Bitte Angebote", TODAY, TODAY.plusDays(9))));
        }
        assertThat(all(b, false)).filteredOn(r -> r.kind() == FundingDeadline.INQUIRY_ANSWER).singleElement().satisfies(r -> assertThat(r.subjectId())
                .isEqualTo(db.number("SELECT id FROM inquiry WHERE side = 'GRANTING_BODY'")));
    }

    @Test
    void who_keeps_a_deadline_stands_beside_it_and_it_can_be_opened_again(Db db) {
        ProcurementGiven b = decided(db);
        db.sql("UPDATE application SET period_to = ?", TODAY.plusDays(10));
        DeadlineQueries.Row due = all(b, false).stream().filter(r -> r.kind() == FundingDeadline.PERIOD_END).findFirst().orElseThrow();
        Deadlines.Keep keep = new Deadlines.Keep(due.kind(), due.subjectId(), due.on(), due.authorityId(), "Verlängert");
        keep(b, keep);
        assertThat(all(b, false)).extracting(DeadlineQueries.Row::kind).doesNotContain(FundingDeadline.PERIOD_END);
        assertThat(all(b, true)).filteredOn(r -> r.kind() == FundingDeadline.PERIOD_END).singleElement().satisfies(r -> {
            assertThat(r.keptBy()).isNotBlank();
            assertThat(r.note()).isEqualTo("Verlängert");
            assertThat(r.tone()).isEqualTo("ok");
        });
        assertThatThrownBy(() -> keep(b, keep)).hasStackTraceContaining("deadline_kept_once");
        Deadlines.Reopen reopen = new Deadlines.Reopen(due.kind(), due.subjectId(), due.on(), due.authorityId());
        SchoolGiven.as(db, b.officer, () -> {
            db.get(Deadlines.class).reopen(reopen);
            return null;
        });
        assertThat(all(b, false)).extracting(DeadlineQueries.Row::kind).contains(FundingDeadline.PERIOD_END);
        assertThat(db.number("SELECT count(*) FROM deadline_kept")).as("who had said so stays on record").isEqualTo(1);
        assertThatThrownBy(() -> SchoolGiven.as(db, b.officer, () -> {
            db.get(Deadlines.class).reopen(reopen);
            return null;
        })).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("deadline.not_kept"));
        keep(b, keep);
    }

    @Test
    void only_a_deadline_that_is_there_is_kept(Db db) {
        ProcurementGiven b = decided(db);
        assertThatThrownBy(() -> keep(b, new Deadlines.Keep(FundingDeadline.PROOF_DUE, 1L, TODAY, b.authority, null))).isInstanceOf(NotFound.class);
    }

    private static ProcurementGiven decided(Db db) {
        ProcurementGiven b = ProcurementGiven.school(db, "Görres");
        b.budget(Category.MOBILE_DEVICE, 100_000);
        return b;
    }

    private static Long programme(Db db) {
        return db.number("SELECT max(id) FROM programme");
    }

    private static List<DeadlineQueries.Row> all(ProcurementGiven b, boolean kept) {
        return SchoolGiven.as(b.db, b.officer, () -> b.db.get(DeadlineQueries.class).all(kept));
    }

    private static void keep(ProcurementGiven b, Deadlines.Keep cmd) {
        SchoolGiven.as(b.db, b.officer, () -> {
            b.db.get(Deadlines.class).keep(cmd);
            return null;
        });
    }
}
