package de.schulpakt.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.kit.Db;
import de.schulpakt.kit.DbTest;
import de.schulpakt.kit.FundingGiven;
import de.schulpakt.kit.ProcurementGiven;
import de.schulpakt.kit.SchoolGiven;
import de.schulpakt.overview.money.PostingList;
import de.schulpakt.overview.money.UsageQueries;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.PageRequest;
import de.schulpakt.platform.text.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DbTest
class OwnMoneyDbTest {
    private final int year = ProcurementGiven.today().getYear();
    private ProcurementGiven given;
    private Long money;

    @BeforeEach
    void aLineOfTheHousehold(Db db) {
        given = ProcurementGiven.school(db, "Görres-Gymnasium");
        given.budget(Category.WLAN, 10_000_00);
        money = open(db, year, "21710.09110", 5_000_00);
    }

    @AfterEach
    void theLedgerIsTrue(Db db) {
        db.checks();
    }

    @Test
    void own_money_is_opened_raised_and_lowered_with_a_reason(Db db) {
        change(db, 8_000_00);
        change(db, 6_000_00);
        BudgetQueries.View view = view(db);
        assertThat(view.own()).isTrue();
        assertThat(view.allottedCents()).isEqualTo(6_000_00);
        assertThat(view.endsOn()).isEqualTo(LocalDate.of(year, 12, 31));
        assertThat(view.timeline()).extracting(h -> h.action()).containsExactly("BudgetAction.CHANGE", "BudgetAction.CHANGE", "BudgetAction.OPEN");
        assertThat(postings(db)).extracting(BudgetQueries.Line::amountCents).containsExactly(-2_000_00L, 3_000_00L, 5_000_00L);
        assertThat(postings(db)).extracting(BudgetQueries.Line::note).containsOnly("Ratsbeschluss");
        refused("own_money.same", () -> change(db, 6_000_00));
    }

    @Test
    void an_account_exists_once_a_year(Db db) {
        refused("own_money_once", () -> open(db, year, " 21710.09110 ", 1_00));
        assertThat(open(db, year + 1, "21710.09110", 1_00)).isNotEqualTo(money);
    }

    @Test
    void it_is_not_lowered_below_what_is_bound_nor_overspent(Db db) {
        Budgets budgets = db.get(Budgets.class);
        db.tx(() -> budgets.reserve(money, Money.of(3_000_00), "sample_item:1", null));
        refused("own_money.below_bound", () -> change(db, 2_999_99));
        change(db, 3_000_00);
        assertThatThrownBy(() -> db.tx(() -> budgets.reserve(money, Money.of(1), "sample_item:2", null)))
                .isInstanceOfSatisfying(Refused.class, r -> {
                    assertThat(r.code()).isEqualTo("own_money.not_enough");
                    assertThat(r.args()).containsExactly(String.valueOf(year), "21710.09110", Money.ZERO, Money.of(1), Money.of(1));
                });
    }

    @Test
    void after_its_last_day_it_pays_nothing_until_it_is_carried_over(Db db) {
        Long old = open(db, year - 1, "21710.09110", 1_000_00);
        Budgets budgets = db.get(Budgets.class);
        refused("own_money.over", () -> db.tx(() -> budgets.reserve(old, Money.of(1_00), "sample_item:1", null)));
        assertThat(choices(db)).containsExactly(money);
        refused("own_money.carry_year", () -> carry(db, old, year - 2));
        refused("own_money.carry_year", () -> carry(db, old, year + 5));
        carry(db, old, year);
        db.tx(() -> budgets.reserve(old, Money.of(1_00), "sample_item:1", null));
        assertThat(choices(db)).containsExactlyInAnyOrder(old, money);
        assertThat(officer(db, () -> db.get(BudgetQueries.class).view(old)).carriedOver()).isTrue();
    }

    @Test
    void figures_of_grants_do_not_count_it(Db db) {
        db.tx(() -> db.get(Budgets.class).reserve(money, Money.of(3_000_00), "sample_item:1", null));
        officer(db, () -> {
            UsageQueries.Sum sum = db.get(UsageQueries.class).sum(null, given.authority);
            assertThat(sum.allottedCents()).isEqualTo(10_000_00);
            assertThat(sum.reservedCents()).isZero();
            assertThat(db.get(PostingList.class).page(ListView.all()).rows()).extracting(p -> p.budgetId()).doesNotContain(money);
            assertThat(db.get(BudgetList.class).page(ListView.all()).rows()).extracting(BudgetQueries.Row::id).doesNotContain(money);
            assertThat(db.get(OwnMoneyList.class).page(ListView.all()).rows()).extracting(OwnMoneyList.Row::id).containsExactly(money);
            return null;
        });
    }

    @Test
    void a_school_does_not_see_it_and_two_at_once_are_told(Db db) {
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> db.get(BudgetQueries.class).view(money))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> db.get(BudgetQueries.class).postings(money, PageRequest.first())))
                .isInstanceOf(NotFound.class);
        assertThat(SchoolGiven.as(db, given.admin, () -> db.get(BudgetQueries.class).ownMoney(given.authority))).isEmpty();
        assertThatThrownBy(() -> SchoolGiven.as(db, given.admin, () -> db.get(OwnMoney.class).open(command(year, "X", 1_00))))
                .isInstanceOfAny(NotFound.class, Forbidden.class);
        Integer seen = view(db).version();
        change(db, 7_000_00);
        assertThatThrownBy(() -> officer(db, () -> {
            db.get(OwnMoney.class).change(money, new OwnMoney.Change(seen, 1_00L, "Ratsbeschluss"));
            return null;
        })).isInstanceOf(Conflict.class);
        Long position = db.number("SELECT min(id) FROM budget");
        assertThatThrownBy(() -> carry(db, position, year)).isInstanceOf(NotFound.class);
    }

    @Test
    void what_was_spent_is_corrected(Db db) {
        FundingGiven.correct(db, money, 12_00L, "Nachberechnung");
        assertThat(given.money(money)).containsExactly(0L, 0L, 12_00L);
    }

    private List<Long> choices(Db db) {
        return officer(db, () -> db.get(BudgetQueries.class).ownMoney(given.authority)).stream().map(BudgetQueries.Own::id).toList();
    }

    private BudgetQueries.View view(Db db) {
        return officer(db, () -> db.get(BudgetQueries.class).view(money));
    }

    private List<BudgetQueries.Line> postings(Db db) {
        return officer(db, () -> db.get(BudgetQueries.class).postings(money, PageRequest.first())).rows();
    }

    private OwnMoney.Open command(int of, String account, long cents) {
        return new OwnMoney.Open(given.authority, of, account, "Digitale Ausstattung", cents, "Ratsbeschluss");
    }

    private Long open(Db db, int of, String account, long cents) {
        return officer(db, () -> db.get(OwnMoney.class).open(command(of, account, cents)));
    }

    private void change(Db db, long cents) {
        officer(db, () -> {
            db.get(OwnMoney.class).change(money, new OwnMoney.Change(db.get(BudgetQueries.class).view(money).version(), cents, "Ratsbeschluss"));
            return null;
        });
    }

    private void carry(Db db, Long id, int to) {
        officer(db, () -> {
            db.get(OwnMoney.class).carryOver(id, new OwnMoney.CarryOver(db.get(BudgetQueries.class).view(id).version(), to, "Baustelle verzögert"));
            return null;
        });
    }

    private <T> T officer(Db db, Callable<T> work) {
        return SchoolGiven.as(db, given.officer, work);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
