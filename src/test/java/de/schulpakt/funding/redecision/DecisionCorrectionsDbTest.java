package de.schulpakt.funding.redecision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.ApplicationState;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A decision that was captured wrongly is put right by two people, the money follows, and what is bound or drawn stays covered. */
@DbTest
class DecisionCorrectionsDbTest {
    private Long authority;
    private Long school;
    private Long budget;
    private Long application;
    private Long position;
    private DecisionCorrections corrections;

    @BeforeEach
    void aDecision(Db db) {
        authority = SchoolGiven.authority(db, "Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        budget = FundingGiven.budget(db, authority, school, Category.WLAN, 1_000_00);
        application = db.number("SELECT application_id FROM budget WHERE id = ?", budget);
        position = db.number("SELECT position_id FROM budget WHERE id = ?", budget);
        corrections = db.get(DecisionCorrections.class);
    }

    @AfterEach
    void theLedgerHolds(Db db) {
        db.checks();
    }

    @Test
    void one_proposes_another_confirms_and_only_then_decision_and_budget_follow(Db db) {
        deputy(db, () -> null);
        Long id = propose(db, 600_00, "ISB-2");
        assertThat(FundingGiven.waits(db, "message.decision_correction_proposed")).as("the second person is told").isEqualTo(1);
        assertThat(allotted(db)).isEqualTo(1_000_00);
        refused("duty.apart", () -> officer(db, () -> confirm(db, id)));
        officer(db, () -> {
            assertThat(view(db, id).apart()).containsEntry(DecisionCorrectionAction.CONFIRM, DecisionCorrectionAction.PROPOSE);
            assertThat(db.get(DecisionCorrectionQueries.class).mine()).as("not one's own").isEmpty();
            return null;
        });
        deputy(db, () -> {
            assertThat(db.get(DecisionCorrectionQueries.class).mine()).extracting(DecisionCorrectionQueries.Short::id).containsExactly(id);
            return confirm(db, id);
        });
        assertThat(allotted(db)).isEqualTo(600_00);
        ApplicationQueries.View after = FundingGiven.view(db, application);
        assertThat(after.state()).isEqualTo(ApplicationState.PARTLY_APPROVED);
        assertThat(after.decisionReference()).isEqualTo("ISB-2");
        assertThat(after.approvedCents()).isEqualTo(600_00);
        DecisionCorrectionQueries.View kept = officer(db, () -> view(db, id));
        assertThat(kept.was().reference()).isEqualTo("ISB-1");
        assertThat(kept.lines()).singleElement().satisfies(l -> assertThat(List.of(l.fromCents(), l.toCents())).containsExactly(1_000_00L, 600_00L));
        assertThat(db.number("SELECT count(*) FROM posting WHERE budget_id = ? AND kind = 'ALLOT'", budget)).as("both stay").isEqualTo(2);
        Long back = propose(db, 1_000_00, "ISB-1");
        deputy(db, () -> confirm(db, back));
        assertThat(allotted(db)).isEqualTo(1_000_00);
        assertThat(FundingGiven.view(db, application).state()).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void what_is_bound_is_not_taken_away(Db db) {
        Long early = propose(db, 300_00, "ISB-1");
        FundingGiven.correct(db, budget, 400_00, "Altfall");
        refused("decision_correction.bound", () -> deputy(db, () -> confirm(db, early)));
        assertThat(allotted(db)).isEqualTo(1_000_00);
        refused("decision_correction.twice", () -> propose(db, 500_00, "ISB-1"));
        drop(db, early);
        refused("decision_correction.bound", () -> propose(db, 399_99, "ISB-1"));
        Long fits = propose(db, 400_00, "ISB-1");
        deputy(db, () -> confirm(db, fits));
        assertThat(allotted(db)).isEqualTo(400_00);
    }

    @Test
    void what_cannot_be_is_refused(Db db) {
        refused("decision_correction.changes_nothing", () -> propose(db, 1_000_00, "ISB-1"));
        refused("position.approved_too_much", () -> propose(db, 1_000_01, "ISB-1"));
        refused("decision_correction.nothing_left", () -> propose(db, 0, "ISB-1"));
        assertThatThrownBy(() -> officer(db, () -> corrections.propose(application, command(db, 99, 1, "ISB-1")))).isInstanceOf(Conflict.class);
        Long id = propose(db, 500_00, "ISB-1");
        db.sql("UPDATE application SET decision_reference = 'ISB-9' WHERE id = ?", application);
        refused("decision_correction.changed_since", () -> deputy(db, () -> confirm(db, id)));
        Long programme = FundingGiven.programme(db, "Leer");
        Long draft = FundingGiven.application(db, programme, authority);
        refused("decision_correction.not_granted", () -> officer(db, () -> corrections.propose(draft, new DecisionCorrections.Propose(0, "X", LocalDate.now(), LocalDate.now(),
                LocalDate.now(), null, null, List.of(), "x"))));
    }

    @Test
    void no_grant_falls_below_what_is_drawn(Db db) {
        db.sql("insert into drawdown (no, application_id, authority_id, state, planned, eligible_cents, grant_cents, created_at, requested_on, reference)"
                + " select 'M-1', id, authority_id, 'REQUESTED', false, 80000, 70000, now(6), ?, 'x' from application where id = ?", LocalDate.of(2026, 11, 1), application);
        db.sql("insert into drawdown_line (drawdown_id, budget_id, eligible_cents, grant_cents) select max(d.id), ?, 80000, 70000 from drawdown d", budget);
        refused("decision_correction.drawn", () -> propose(db, 500_00, "ISB-1"));
        propose(db, 900_00, "ISB-1");
        db.sql("delete from drawdown_line");
        db.sql("delete from drawdown");
    }

    @Test
    void once_a_version_binds_only_what_the_paper_is_called_is_put_right(Db db) {
        db.sql("insert into revision (no, application_id, authority_id, kind, state, reason, created_at, submitted_on, edition, bound_no)"
                + " select 'V-1', id, authority_id, 'AMENDMENT', 'APPROVED', 'x', now(6), ?, 2, 2 from application where id = ?", LocalDate.of(2026, 11, 1), application);
        refused("decision_correction.later_binds", () -> propose(db, 500_00, "ISB-2"));
        Long id = propose(db, 1_000_00, "ISB-2");
        deputy(db, () -> confirm(db, id));
        assertThat(FundingGiven.view(db, application).decisionReference()).isEqualTo("ISB-2");
        assertThat(allotted(db)).isEqualTo(1_000_00);
        db.sql("delete from revision");
    }

    @Test
    void the_school_that_was_told_of_its_budget_is_told(Db db) {
        SchoolGiven.user(db, "schule", Role.SCHOOL_ADMIN, null, school);
        Long id = propose(db, 1_000_00, "ISB-2");
        deputy(db, () -> confirm(db, id));
        assertThat(db.number("select count(*) from notice n join app_user u on u.id = n.user_id where n.kind = 'message.decision_corrected' and u.login = 'schule'")).isEqualTo(1);
    }

    @Test
    void others_correct_nothing(Db db) {
        Long id = propose(db, 500_00, "ISB-1");
        SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        SchoolGiven.user(db, "pruefung", Role.AUDITOR, authority, null);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> confirm(db, id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> view(db, id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "pruefung", () -> confirm(db, id))).isInstanceOf(Forbidden.class);
        assertThat(SchoolGiven.as(db, "pruefung", () -> db.get(DecisionCorrectionQueries.class).of(application))).hasSize(1);
    }

    private DecisionCorrections.Propose command(Db db, int version, long cents, String reference) {
        ApplicationQueries.View v = db.get(ApplicationQueries.class).view(application);
        return new DecisionCorrections.Propose(version, reference, v.decidedOn(), v.periodFrom(), v.periodTo(), null, null,
                List.of(new DecisionCorrections.Granted(position, cents)), "vertippt");
    }

    private Long propose(Db db, long cents, String reference) {
        return officer(db, () -> corrections.propose(application, command(db, (int) db.number("SELECT version FROM application WHERE id = ?", application), cents, reference)));
    }

    private Object confirm(Db db, Long id) {
        corrections.confirm(id, new DecisionCorrections.Confirm((int) db.number("SELECT version FROM decision_correction WHERE id = ?", id), null));
        return null;
    }

    private void drop(Db db, Long id) {
        deputy(db, () -> {
            corrections.drop(id, new DecisionCorrections.Drop((int) db.number("SELECT version FROM decision_correction WHERE id = ?", id), "falsch"));
            return null;
        });
    }

    private static DecisionCorrectionQueries.View view(Db db, Long id) {
        return db.get(DecisionCorrectionQueries.class).view(id);
    }

    private long allotted(Db db) {
        return db.number("SELECT allotted_cents FROM budget WHERE id = ?", budget);
    }

    private static <T> T officer(Db db, Callable<T> work) {
        return FundingGiven.officer(db, work);
    }

    private static <T> T deputy(Db db, Callable<T> work) {
        return FundingGiven.deputy(db, work);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
