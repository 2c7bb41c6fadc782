package de.schulpakt.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.application.ApplicationQueries;
import de.schulpakt.funding.application.UsageQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.identity.Role;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.step.Explained;
import de.schulpakt.platform.text.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DbTest
class BudgetsDbTest {
    private static final int THREADS = 32;
    private static final int CALLS = 400;
    private static final long PRICE = 10_00;
    private static final int RACES = 20;
    private static final int FITS = 100;
    private static final long ALLOTTED = PRICE * FITS;

    private Budgets budgets;
    private Long authority;
    private Long school;
    private Long budget;

    @BeforeEach
    void aBudget(Db db) {
        budgets = db.get(Budgets.class);
        authority = SchoolGiven.authority(db, "Stadt Koblenz");
        school = SchoolGiven.school(db, authority, "Görres-Gymnasium");
        budget = FundingGiven.budget(db, authority, school, Category.WLAN, ALLOTTED);
    }

    @AfterEach
    void theLedgerIsTrue(Db db) {
        db.checks();
    }

    @Test
    void money_moves_only_inside_a_transaction() {
        assertThatThrownBy(() -> budgets.reserve(budget, Money.of(1), "sample_item:1", null))
                .isInstanceOf(TransactionalException.class);
        assertThatThrownBy(() -> budgets.release(1, "sample_item:1", null)).isInstanceOf(TransactionalException.class);
    }

    @Test
    void a_euro_goes_from_reservation_to_spending(Db db) {
        Long reservation = reserve(db, 600_00, "sample_item:1");
        balances(db, 600_00, 0, 0);
        Long commitment = db.tx(() -> budgets.commit(reservation, Money.of(550_00), "sample_order:1"));
        balances(db, 0, 550_00, 0);
        Budgets.Spent first = db.tx(() -> budgets.spend(commitment, Money.of(200_00), Money.of(340_00), ProcurementGiven.today(), "sample_delivery:1"));
        balances(db, 0, 340_00, 200_00);
        Budgets.Spent last = db.tx(() -> budgets.spend(first.restCommitmentId(), Money.of(340_00), Money.ZERO, ProcurementGiven.today(), "sample_delivery:2"));
        balances(db, 0, 0, 540_00);
        assertThat(last.restCommitmentId()).isNull();
        assertThat(db.sql("SELECT kind FROM posting ORDER BY id").stream().map(r -> r.get("kind")))
                .containsExactly("ALLOT", "RESERVE", "COMMIT", "SPEND", "COMMIT", "SPEND");
    }

    @Test
    void one_transaction_may_move_the_same_budget_more_than_once(Db db) {
        db.tx(() -> {
            budgets.lockInOrder(List.of(budget, budget));
            Long one = budgets.reserve(budget, Money.of(100_00), "sample_item:1", null);
            budgets.reserve(budget, Money.of(200_00), "sample_item:2", null);
            budgets.commit(one, Money.of(90_00), "sample_order:1");
        });
        balances(db, 200_00, 90_00, 0);
    }

    @Test
    void a_reservation_is_resolved_once(Db db) {
        Long reservation = reserve(db, 100_00, "sample_item:1");
        db.tx(() -> budgets.release(reservation, "sample_item:1", "nicht mehr nötig"));
        balances(db, 0, 0, 0);
        refused("posting_resolves_once", () -> db.tx(() -> budgets.release(reservation, "sample_item:9", null)));
        refused("posting_resolves_once", () -> db.tx(() -> budgets.commit(reservation, Money.of(1), "sample_order:9")));
        balances(db, 0, 0, 0);
    }

    @Test
    void a_commitment_is_resolved_once(Db db) {
        Long reservation = reserve(db, 100_00, "sample_item:1");
        Long commitment = db.tx(() -> budgets.commit(reservation, Money.of(100_00), "sample_order:1"));
        db.tx(() -> budgets.spend(commitment, Money.of(50_00), null, ProcurementGiven.today(), "sample_delivery:1"));
        balances(db, 0, 0, 50_00);
        refused("posting_resolves_once", () -> db.tx(() -> budgets.release(commitment, "sample_order:1", null)));
        refused("posting_resolves_once", () -> db.tx(() -> budgets.spend(commitment, Money.of(1), null, ProcurementGiven.today(), "sample_delivery:2")));
        balances(db, 0, 0, 50_00);
    }

    @Test
    void a_posting_of_another_kind_is_refused(Db db) {
        Long reservation = reserve(db, 100_00, "sample_item:1");
        refused("posting.wrong_kind", () -> db.tx(() -> budgets.spend(reservation, Money.of(1), null, ProcurementGiven.today(), "sample_delivery:1")));
        Long commitment = db.tx(() -> budgets.commit(reservation, Money.of(100_00), "sample_order:1"));
        refused("posting.wrong_kind", () -> db.tx(() -> budgets.commit(commitment, Money.of(1), "sample_order:2")));
        assertThatThrownBy(() -> db.tx(() -> budgets.commit(987_654, Money.of(1), "sample_order:3"))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_second_click_posts_nothing_twice(Db db) {
        reserve(db, 100_00, "sample_item:1");
        refused("posting_source_once", () -> reserve(db, 100_00, "sample_item:1"));
        balances(db, 100_00, 0, 0);
    }

    @Test
    void of_thirty_two_clicks_at_once_one_counts(Db db) {
        List<Throwable> thrown = db.race(THREADS, THREADS, () -> reserve(db, 5_00, "sample_item:1"));
        assertThat(thrown).hasSize(THREADS - 1).allSatisfy(t -> assertThat(t).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.code()).isEqualTo("posting_source_once")));
        balances(db, 5_00, 0, 0);
    }

    @Test
    void the_same_click_on_two_budgets_is_stopped_by_the_table(Db db) {
        Long other = FundingGiven.budget(db, authority, school, Category.LAN, ALLOTTED);
        reserve(db, 100_00, "sample_item:1");
        refused("posting_source_once", () -> db.tx(() -> budgets.reserve(other, Money.of(1), "sample_item:1", null)));
        assertThatThrownBy(() -> db.sql("INSERT INTO posting (budget_id, kind, amount_cents, source, actor, at)"
                + " VALUES (?, 'RESERVE', 1, 'sample_item:1', 'x', now())", other)).hasMessageContaining("posting_source_once");
    }

    @Test
    void the_table_itself_refuses_what_the_code_would_never_write(Db db) {
        assertThatThrownBy(() -> db.sql("UPDATE budget SET reserved_cents = allotted_cents + 1"))
                .hasMessageContaining("budget_not_overspent");
        assertThatThrownBy(() -> db.sql("UPDATE budget SET spent_cents = -1")).hasMessageContaining("budget_not_negative");
        Long reservation = reserve(db, 1, "sample_item:1");
        db.tx(() -> budgets.release(reservation, "sample_item:1", null));
        assertThatThrownBy(() -> db.sql("INSERT INTO posting (budget_id, kind, amount_cents, resolves_id, source, actor, at)"
                + " VALUES (?, 'RELEASE', 1, ?, 'y', 'x', now())", budget, reservation)).hasMessageContaining("posting_resolves_once");
        assertThatThrownBy(() -> db.sql("INSERT INTO posting (budget_id, kind, amount_cents, source, actor, at)"
                + " VALUES (?, 'SPEND', 0, 'y', 'x', now())", budget)).hasMessageContaining("posting_amount");
    }

    @Test
    void too_little_money_is_refused_and_changes_nothing(Db db) {
        assertThatThrownBy(() -> reserve(db, ALLOTTED + 1, "sample_item:1")).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.code()).isEqualTo("budget.not_enough");
            assertThat(r.args()).containsExactly(1, Category.WLAN, "Görres-Gymnasium", Money.of(ALLOTTED),
                    Money.of(ALLOTTED + 1), Money.of(1));
            assertThat(Explained.of(r, Locale.GERMAN).orElseThrow().detail()).contains("es fehlen 0,01 EUR");
        });
        balances(db, 0, 0, 0);
    }

    @Test
    void a_crash_in_the_middle_undoes_all(Db db) {
        Long reservation = reserve(db, 100_00, "sample_item:1");
        assertThatThrownBy(() -> db.tx(() -> {
            Long commitment = budgets.commit(reservation, Money.of(100_00), "sample_order:1");
            budgets.spend(commitment, Money.of(60_00), Money.of(40_00), ProcurementGiven.today(), "sample_delivery:1");
            throw new IllegalStateException("power cut");
        })).hasMessage("power cut");
        balances(db, 100_00, 0, 0);
        assertThat(db.number("SELECT count(*) FROM posting")).isEqualTo(2);
    }

    @Test
    void nothing_is_reserved_after_the_approval_period(Db db) {
        Instant late = FundingGiven.END.plusDays(2).atStartOfDay(Clock.ZONE).toInstant();
        refused("budget.period_over", () -> db.get(Clock.class).at(late, () -> reserve(db, 1, "sample_item:1")));
    }

    @Test
    void nothing_is_ordered_after_the_approval_period_and_what_came_late_is_not_paid(Db db) {
        Instant late = FundingGiven.END.plusDays(2).atStartOfDay(Clock.ZONE).toInstant();
        Long reservation = reserve(db, 100_00, "sample_item:1");
        refused("budget.period_over", () -> db.get(Clock.class).at(late, () -> db.tx(() -> budgets.commit(reservation, Money.of(1), "sample_order:1"))));
        Long commitment = db.tx(() -> budgets.commit(reservation, Money.of(100_00), "sample_order:1"));
        refused("budget.period_over", () -> db.tx(() -> budgets.spend(commitment, Money.of(1), null, FundingGiven.END.plusDays(1), "sample_delivery:1")));
        // the invoice of what came on the last day may come later
        db.get(Clock.class).at(late, () -> db.tx(() -> budgets.spend(commitment, Money.of(100_00), null, FundingGiven.END, "sample_delivery:1")));
        balances(db, 0, 0, 100_00);
    }

    /** The race: the last euro is wanted by 32 at once, 400 times. */
    @Test
    void of_four_hundred_reservations_exactly_those_succeed_that_fit(Db db) {
        AtomicInteger number = new AtomicInteger();
        List<Throwable> thrown = db.race(THREADS, CALLS, () -> reserve(db, PRICE, "sample_item:" + number.incrementAndGet()));
        assertThat(thrown).hasSize(CALLS - FITS).allSatisfy(t -> assertThat(t).isInstanceOfSatisfying(Refused.class,
                r -> assertThat(r.code()).isEqualTo("budget.not_enough")));
        balances(db, ALLOTTED, 0, 0);
        assertThat(db.number("SELECT count(*) FROM posting WHERE kind = 'RESERVE'")).isEqualTo(FITS);
    }

    /** Its naive twin reads, thinks and writes: it must overspend, or the race above could not see anything. */
    @Test
    void the_race_would_see_an_overspent_budget(Db db) {
        AtomicInteger accepted = new AtomicInteger();
        NaiveBudgets naive = db.get(NaiveBudgets.class);
        // on a busy machine the threads may come one after the other once, but not always
        for (int races = 0; races < RACES && accepted.get() <= FITS; races++) {
            accepted.set(0);
            db.sql("UPDATE budget SET reserved_cents = 0");
            db.race(THREADS, CALLS, () -> db.tx(() -> {
                if (naive.reserve(budget, PRICE)) {
                    accepted.incrementAndGet();
                }
            }));
        }
        assertThat(accepted.get()).isGreaterThan(FITS);
        db.sql("UPDATE budget SET reserved_cents = 0");
    }

    @Test
    void two_budgets_wanted_in_opposite_order_do_not_wait_for_each_other(Db db) {
        Long other = FundingGiven.budget(db, authority, school, Category.LAN, ALLOTTED);
        AtomicInteger number = new AtomicInteger();
        List<Throwable> thrown = db.race(16, 80, () -> db.tx(() -> {
            int n = number.incrementAndGet();
            budgets.lockInOrder(n % 2 == 0 ? List.of(budget, other) : List.of(other, budget));
            budgets.reserve(n % 2 == 0 ? budget : other, Money.of(1), "sample_item:" + n, null);
            budgets.reserve(n % 2 == 0 ? other : budget, Money.of(1), "sample_item:" + (n + 1000), null);
        }));
        assertThat(thrown).isEmpty();
        balances(db, 80, 0, 0);
    }

    @Test
    void a_school_sees_its_own_budgets_only(Db db) {
        Long foreign = SchoolGiven.school(db, authority, "Eichendorff-Gymnasium");
        SchoolGiven.user(db, "own", Role.SCHOOL_ADMIN, null, school);
        SchoolGiven.user(db, "other", Role.SCHOOL_ADMIN, null, foreign);
        BudgetQueries queries = db.get(BudgetQueries.class);
        SchoolGiven.as(db, "own", () -> {
            assertThat(queries.ofSchool(school)).singleElement().satisfies(r -> {
                assertThat(r.availableCents()).isEqualTo(ALLOTTED);
                assertThat(r.school()).isEqualTo("Görres-Gymnasium");
            });
            assertThat(db.get(BudgetList.class).page(ListView.all()).total()).isEqualTo(1);
            assertThat(queries.view(budget).actions()).isEmpty();
            return null;
        });
        SchoolGiven.as(db, "other", () -> {
            assertThat(db.get(BudgetList.class).page(ListView.all()).rows()).isEmpty();
            assertThatThrownBy(() -> queries.view(budget)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> queries.postings(budget, PageRequest.first())).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> queries.ofSchool(school)).isInstanceOf(NotFound.class);
            return null;
        });
    }

    @Test
    void other_modules_name_a_budget_and_its_rules(Db db) {
        BudgetQueries.Named ref = db.get(BudgetQueries.class).ref(budget);
        assertThat(ref.label()).matches("Programm 0 · A-\\d{4}-0001 · Pos. 1");
        assertThat(ref.availableCents()).isEqualTo(ALLOTTED);
        BudgetQueries.Named payer = db.get(BudgetQueries.class).ref(budget);
        assertThat(db.get(ProgrammeQueries.class).bindingOf(payer.programmeId(), payer.category(), () -> 0)).isEqualTo(new ProgrammeQueries.Binding("COMMISSIONING", 5, "EXACT_DATE", true));
        assertThat(db.get(ProgrammeQueries.class).directAwardLimits(payer.programmeId(), payer.category()).get(0).amount()).isEqualTo(Money.of(10_000_00));
    }

    /** All four balances differ: EclipseLink once read a - b - c as a - (b - c). */
    @Test
    void every_question_knows_the_same_free_money(Db db) {
        long free = ALLOTTED - 100_00 - 70_00 - 30_00;
        reserve(db, 100_00, "sample_item:1");
        Long reservation = reserve(db, 100_00, "sample_item:2");
        Long commitment = db.tx(() -> budgets.commit(reservation, Money.of(100_00), "sample_order:2"));
        db.tx(() -> budgets.spend(commitment, Money.of(30_00), Money.of(70_00), ProcurementGiven.today(), "sample_delivery:2"));
        balances(db, 100_00, 70_00, 30_00);
        BudgetQueries queries = db.get(BudgetQueries.class);
        assertThat(queries.ref(budget).availableCents()).isEqualTo(free);
        officer(db, () -> {
            assertThat(queries.view(budget).availableCents()).isEqualTo(free);
            assertThat(queries.ofSchool(school).get(0).availableCents()).isEqualTo(free);
            assertThat(db.get(BudgetList.class).page(ListView.all().with("sort", "-available")).rows().get(0).availableCents()).isEqualTo(free);
            UsageQueries.Row usage = db.get(UsageQueries.class).bySchool(null, authority, PageRequest.of(1, 10, "-free")).rows().get(0);
            assertThat(usage).isEqualTo(new UsageQueries.Row(school, "Görres-Gymnasium", Category.WLAN, ALLOTTED, 100_00L, 70_00L, 30_00L, free));
            ApplicationQueries.View view = db.get(ApplicationQueries.class).view(application(db));
            assertThat(view.annexes().get(0).positions().get(0).availableCents()).isEqualTo(free);
            assertThat(db.get(UsageQueries.class).totals(view.programmeId(), authority).freeCents()).isEqualTo(free);
            return null;
        });
    }

    @Test
    void the_ledger_of_a_budget_says_what_is_open(Db db) {
        Long reservation = reserve(db, 100_00, "sample_item:42");
        reserve(db, 5_00, "sample_item:43");
        db.tx(() -> budgets.commit(reservation, Money.of(90_00), "sample_order:7"));
        List<BudgetQueries.Line> rows = officer(db, () -> db.get(BudgetQueries.class).postings(budget, PageRequest.first()).rows());
        assertThat(rows).extracting(BudgetQueries.Line::kind).containsExactly(PostingKind.COMMIT, PostingKind.RESERVE,
                PostingKind.RESERVE, PostingKind.ALLOT);
        assertThat(rows).extracting(BudgetQueries.Line::open).containsExactly(true, true, false, false);
        assertThat(rows.get(2).sourceType()).isEqualTo("sample_item");
        assertThat(rows.get(2).sourceId()).isEqualTo(42);
    }

    @Test
    void the_lists_need_the_same_statements_for_one_row_and_for_thirty(Db db) {
        Map<String, Callable<?>> lists = Map.of(
                "BudgetList", () -> db.get(BudgetList.class).page(ListView.all()),
                "BudgetQueries.ofSchool", () -> db.get(BudgetQueries.class).ofSchool(school),
                "BudgetQueries.postings", () -> db.get(BudgetQueries.class).postings(budget, PageRequest.of(1, 200, null)),
                "funding.UsageQueries.bySchool", () -> db.get(UsageQueries.class).bySchool(null, authority, PageRequest.first()));
        lists.forEach((name, list) -> assertThat(statements(db, list)).as(name).isEqualTo(allowed(name)));
        Long application = application(db);
        for (int i = 1; i <= 30; i++) {
            reserve(db, 1, "sample_item:" + i);
            db.sql("INSERT INTO annex (application_id, school_id) VALUES (?, ?)", application,
                    SchoolGiven.school(db, authority, "Schule " + i));
            db.sql("INSERT INTO funding_position (annex_id, no, category, description, applied_cents, approved_cents)"
                    + " SELECT max(id), ?, 'LAN', 'x', 5, 5 FROM annex", i + 1);
            db.sql("INSERT INTO budget (position_id, application_id, programme_id, school_id, category, allotted_cents)"
                    + " SELECT p.id, a.id, a.programme_id, x.school_id, p.category, 5 FROM funding_position p"
                    + " JOIN annex x ON x.id = p.annex_id JOIN application a ON a.id = x.application_id ORDER BY p.id DESC LIMIT 1");
            db.sql("UPDATE funding_position p JOIN budget b ON b.position_id = p.id SET p.budget_id = b.id WHERE p.budget_id IS NULL");
            db.sql("INSERT INTO posting (budget_id, kind, amount_cents, source, actor, at)"
                    + " SELECT max(id), 'ALLOT', 5, concat('position:x', max(id)), 'x', now() FROM budget");
            db.sql("INSERT INTO school_use (programme_id, school_id, category, allotted_cents)"
                    + " SELECT programme_id, school_id, category, allotted_cents FROM budget ORDER BY id DESC LIMIT 1");
            db.sql("UPDATE application_total SET allotted_cents = allotted_cents + 5 WHERE application_id = ?", application);
        }
        lists.forEach((name, list) -> assertThat(statements(db, list)).as(name).isEqualTo(allowed(name.equals("BudgetList") ? "BudgetList.full" : name)));
        assertThat(officer(db, () -> db.get(UsageQueries.class).bySchool(null, authority, PageRequest.first())).total()).isEqualTo(31);
        db.sql("UPDATE programme_ceiling SET ceiling_cents = ceiling_cents + 1000");
    }

    private static int allowed(String list) {
        return Integer.parseInt(ResourceBundle.getBundle("statement-budgets").getString(list));
    }

    private static int statements(Db db, Callable<?> list) {
        return officer(db, () -> db.statements(list::call));
    }

    private Long application(Db db) {
        return db.number("SELECT application_id FROM budget WHERE id = ?", budget);
    }

    private Long reserve(Db db, long cents, String source) {
        return db.tx(() -> budgets.reserve(budget, Money.of(cents), source, null));
    }

    private void balances(Db db, long reserved, long committed, long spent) {
        Map<String, Object> row = db.sql("SELECT reserved_cents r, committed_cents c, spent_cents s FROM budget WHERE id = ?",
                budget).get(0);
        assertThat(row).containsEntry("r", reserved).containsEntry("c", committed).containsEntry("s", spent);
    }

    private static <T> T officer(Db db, Callable<T> work) {
        return FundingGiven.officer(db, work);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    /** How not to do it: reads the balance, decides, and writes without a lock. */
    @ApplicationScoped
    static class NaiveBudgets {
        @PersistenceContext
        EntityManager em;

        boolean reserve(Long budgetId, long cents) {
            Object[] read = (Object[]) em.createNativeQuery("SELECT allotted_cents, reserved_cents FROM budget WHERE id = ?1")
                    .setParameter(1, budgetId).getSingleResult();
            long allotted = ((Number) read[0]).longValue();
            long reserved = ((Number) read[1]).longValue();
            if (reserved + cents > allotted) {
                return false;
            }
            em.createNativeQuery("UPDATE budget SET reserved_cents = ?1 WHERE id = ?2")
                    .setParameter(1, reserved + cents).setParameter(2, budgetId).executeUpdate();
            return true;
        }
    }
}
