package de.schulpakt.funding.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.kit.Timeline;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DbTest
class BudgetCorrectionsDbTest {
    private Long authority;
    private Long school;
    private Long budget;
    private BudgetCorrections corrections;

    @BeforeEach
    void aBudget(Db db) {
        authority = SchoolGiven.authority(db, "Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        budget = FundingGiven.budget(db, authority, school, Category.WLAN, 1_000_00);
        corrections = db.get(BudgetCorrections.class);
    }

    @AfterEach
    void theLedgerHolds(Db db) {
        db.checks();
    }

    @Test
    void the_second_person_is_told_and_not_asked_any_more_once_it_is_settled(Db db) {
        deputy(db, () -> null);
        Long dropped = propose(db, 200_00);
        assertThat(FundingGiven.waits(db, "message.budget_correction_proposed")).as("the second person is told").isEqualTo(1);
        officer(db, () -> {
            corrections.drop(dropped, new BudgetCorrections.Drop(version(db, dropped), "verschrieben"));
            return null;
        });
        assertThat(FundingGiven.waits(db, "message.budget_correction_proposed")).isZero();
    }

    @Test
    void one_proposes_another_confirms_and_only_then_it_is_posted(Db db) {
        Long id = propose(db, 250_00);
        assertThat(spent(db)).isZero();
        officer(db, () -> {
            BudgetCorrectionQueries.View view = view(db, id);
            assertThat(view.state()).isEqualTo(BudgetCorrectionState.PROPOSED);
            assertThat(view.actions()).containsExactly(BudgetCorrectionAction.DROP);
            assertThat(view.apart()).containsEntry(BudgetCorrectionAction.CONFIRM, BudgetCorrectionAction.PROPOSE);
            assertThat(db.get(BudgetCorrectionQueries.class).mine()).as("not one's own").isEmpty();
            return null;
        });
        refused("duty.apart", () -> officer(db, () -> confirm(db, id)));
        assertThat(spent(db)).isZero();
        deputy(db, () -> {
            BudgetCorrectionQueries queries = db.get(BudgetCorrectionQueries.class);
            assertThat(queries.mine()).extracting(BudgetCorrectionQueries.Waiting::id).containsExactly(id);
            assertThat(queries.waitingOf(budget)).hasSize(1);
            confirm(db, id);
            assertThat(queries.mine()).isEmpty();
            assertThat(queries.waitingOf(budget)).isEmpty();
            BudgetQueries.Line line = db.get(BudgetQueries.class).postings(budget, PageRequest.first()).rows().get(0);
            assertThat(line.amountCents()).isEqualTo(250_00);
            assertThat(line.note()).isEqualTo("Rechnung nachgereicht");
            assertThat(line.cause().no()).isEqualTo(view(db, id).no());
            assertThat(Timeline.told(db.get(BudgetQueries.class).view(budget).timeline().get(0), Locale.GERMAN)).contains(view(db, id).no(), "250,00");
            assertThat(db.get(BudgetCorrectionList.class).page(ListView.all().with("budget", budget)).rows()).singleElement()
                    .extracting(BudgetCorrectionList.Row::state).isEqualTo(BudgetCorrectionState.BOOKED);
            return null;
        });
        assertThat(spent(db)).isEqualTo(250_00);
        refused("state.not_allowed", () -> deputy(db, () -> confirm(db, id)));
        assertThat(spent(db)).isEqualTo(250_00);
    }

    @Test
    void what_is_dropped_posts_nothing_and_may_be_proposed_again(Db db) {
        Long id = propose(db, 10_00);
        refused("budget_correction.twice", () -> propose(db, 10_00));
        deputy(db, () -> {
            corrections.drop(id, new BudgetCorrections.Drop(version(db, id), "kein Beleg"));
            return null;
        });
        assertThat(spent(db)).isZero();
        Long own = propose(db, 10_00);
        officer(db, () -> {
            corrections.drop(own, new BudgetCorrections.Drop(version(db, own), "vertippt"));
            return null;
        });
        refused("state.not_allowed", () -> deputy(db, () -> confirm(db, own)));
        assertThat(spent(db)).isZero();
    }

    @Test
    void what_does_not_fit_is_refused_at_once_and_again_when_it_is_confirmed(Db db) {
        refused("posting.not_positive", () -> propose(db, 0));
        refused("budget.correct_below_zero", () -> propose(db, -1));
        refused("budget.not_enough", () -> propose(db, 1_000_01));
        Long first = propose(db, 600_00);
        Long second = propose(db, 600_01);
        deputy(db, () -> confirm(db, first));
        refused("budget.not_enough", () -> deputy(db, () -> confirm(db, second)));
        assertThat(spent(db)).isEqualTo(600_00);
        assertThat(db.sql("SELECT state FROM budget_correction WHERE id = ?", second).get(0).get("state")).isEqualTo("PROPOSED");
        assertThatThrownBy(() -> officer(db, () -> corrections.propose(budget, new BudgetCorrections.Propose(99, 1L, "x"))))
                .isInstanceOfSatisfying(Conflict.class, c -> assertThat(c.args().toString()).contains("Pos. 1").contains("A-"));
    }

    @Test
    void a_correction_is_countered_by_two_people_too(Db db) {
        Long id = FundingGiven.correct(db, budget, 300_00, "Altfall");
        assertThat(spent(db)).isEqualTo(300_00);
        deputy(db, () -> {
            corrections.proposeCounter(id, new BudgetCorrections.Counter(version(db, id), "doppelt"));
            return null;
        });
        assertThat(spent(db)).as("nothing yet").isEqualTo(300_00);
        refused("duty.apart", () -> deputy(db, () -> counter(db, id)));
        officer(db, () -> {
            corrections.dropCounter(id, new BudgetCorrections.Drop(version(db, id), "doch richtig"));
            corrections.proposeCounter(id, new BudgetCorrections.Counter(version(db, id), "doch doppelt"));
            assertThat(view(db, id).apart()).containsEntry(BudgetCorrectionAction.CONFIRM_COUNTER, BudgetCorrectionAction.PROPOSE_COUNTER);
            return null;
        });
        refused("duty.apart", () -> officer(db, () -> counter(db, id)));
        deputy(db, () -> counter(db, id));
        assertThat(spent(db)).isZero();
        assertThat(db.number("SELECT count(*) FROM posting WHERE kind = 'CORRECT'")).as("both stay").isEqualTo(2);
        refused("state.not_allowed", () -> deputy(db, () -> counter(db, id)));
    }

    @Test
    void what_was_corrected_before_stays_in_the_ledger(Db db) {
        db.sql("INSERT INTO posting (budget_id, kind, amount_cents, source, actor, at, note) VALUES (?, 'CORRECT', 700, ?, 'F', now(6), 'Altfall')", budget,
                "correction:" + budget + ":1");
        db.sql("UPDATE budget SET spent_cents = 700 WHERE id = ?", budget);
        db.sql("UPDATE application_total SET spent_cents = 700");
        db.sql("UPDATE school_use SET spent_cents = 700");
        db.sql("INSERT INTO bound_by_day (application_id, bound_on, cents) SELECT application_id, current_date, 700 FROM budget WHERE id = ?", budget);
        officer(db, () -> {
            assertThat(db.get(BudgetQueries.class).postings(budget, PageRequest.first()).rows().get(0).sourceType()).isEqualTo("correction");
            return null;
        });
        FundingGiven.correct(db, budget, -7_00, "falsch");
        assertThat(spent(db)).isZero();
    }

    @Test
    void of_many_confirmations_at_once_one_is_posted(Db db) {
        Long id = propose(db, 100_00);
        List<Throwable> thrown = db.race(8, 8, () -> deputy(db, () -> confirm(db, id)));
        assertThat(thrown).hasSize(7);
        assertThat(spent(db)).isEqualTo(100_00);
    }

    @Test
    void a_school_and_an_officer_of_others_correct_nothing(Db db) {
        Long id = propose(db, 1_00);
        SchoolGiven.user(db, "own", Role.SCHOOL_ADMIN, null, school);
        SchoolGiven.user(db, "fremd", Role.FUNDING_OFFICER, SchoolGiven.authority(db, "Mayen"), null);
        SchoolGiven.user(db, "pruefung", Role.AUDITOR, authority, null);
        BudgetCorrections.Propose cmd = new BudgetCorrections.Propose((int) db.number("SELECT version FROM budget WHERE id = ?", budget), 2_00L, "x");
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> corrections.propose(budget, cmd))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "fremd", () -> view(db, id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "own", () -> view(db, id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, "pruefung", () -> confirm(db, id))).isInstanceOf(Forbidden.class);
        assertThat(SchoolGiven.as(db, "pruefung", () -> view(db, id)).actions()).isEmpty();
        assertThat(SchoolGiven.as(db, "own", () -> db.get(BudgetCorrectionQueries.class).waitingOf(budget))).isEmpty();
        assertThat(SchoolGiven.as(db, "fremd", () -> db.get(BudgetCorrectionQueries.class).mine())).isEmpty();
    }

    private Long propose(Db db, long cents) {
        return officer(db, () -> corrections.propose(budget, new BudgetCorrections.Propose((int) db.number("SELECT version FROM budget WHERE id = ?", budget),
                cents, "Rechnung nachgereicht")));
    }

    private Object confirm(Db db, Long id) {
        corrections.confirm(id, new BudgetCorrections.Confirm(version(db, id), null));
        return null;
    }

    private Object counter(Db db, Long id) {
        corrections.confirmCounter(id, new BudgetCorrections.Confirm(version(db, id), null));
        return null;
    }

    private static BudgetCorrectionQueries.View view(Db db, Long id) {
        return db.get(BudgetCorrectionQueries.class).view(id);
    }

    private static Integer version(Db db, Long id) {
        return (int) db.number("SELECT version FROM budget_correction WHERE id = ?", id);
    }

    private long spent(Db db) {
        return db.number("SELECT spent_cents FROM budget WHERE id = ?", budget);
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
