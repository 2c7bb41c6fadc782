package de.schulpakt.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.schulpakt.funding.programme.Category;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Money;
import de.schulpakt.platform.text.Texts;
import java.util.Locale;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Supplier<BudgetName> NAME = () -> new BudgetName(BudgetKind.POSITION, "A-2026-0001", 3, Category.WLAN, "Görres-Gymnasium", null, null, null, null);

    private final Budget budget = new Budget(1L, 1L, 1L, 1L, Category.WLAN);

    BudgetTest() {
        budget.allot(Money.of(100_00), NAME);
    }

    @Test
    void what_is_allotted_can_be_reserved_to_the_last_cent_and_no_further() {
        budget.reserve(Money.of(99_99), NAME);
        budget.reserve(Money.of(1), NAME);
        assertThat(budget.available()).isEqualTo(Money.ZERO);
        refused("budget.not_enough", () -> budget.reserve(Money.of(1), NAME));
        assertThat(budget.available()).isEqualTo(Money.ZERO);
    }

    @Test
    void the_refusal_says_how_much_is_missing() {
        Budget small = new Budget(1L, 1L, 1L, 1L, Category.WLAN);
        small.allot(Money.of(1_250_00), NAME);
        assertThatThrownBy(() -> small.reserve(Money.of(1_890_00), NAME)).isInstanceOfSatisfying(Refused.class, r ->
                assertThat(Texts.get(Locale.GERMAN, r.code(), r.args().toArray())).startsWith("Für Position 3 (WLAN, "
                        + "Görres-Gymnasium) sind noch 1.250,00 EUR frei, gebraucht werden 1.890,00 EUR: es fehlen 640,00 EUR."));
    }

    @Test
    void nothing_below_one_cent_moves() {
        refused("posting.not_positive", () -> budget.reserve(Money.ZERO, NAME));
        refused("posting.not_positive", () -> budget.reserve(Money.of(-1), NAME));
        refused("posting.not_positive", () -> budget.correct(Money.ZERO, NAME));
        refused("posting.not_positive", () -> budget.commit(posting(PostingKind.RESERVE, 1), Money.of(-5), NAME));
        refused("posting.not_positive", () -> budget.spend(posting(PostingKind.COMMIT, 1), Money.of(1), Money.of(-1), NAME));
        assertThat(budget.available()).isEqualTo(Money.of(100_00));
    }

    @Test
    void an_amount_beyond_all_numbers_is_refused_and_not_wrapped() {
        refused("budget.not_enough", () -> budget.reserve(Money.of(Long.MAX_VALUE), NAME));
        refused("posting.too_large", () -> budget.allot(Money.of(Long.MAX_VALUE), NAME));
        refused("budget.not_enough", () -> budget.correct(Money.of(Long.MAX_VALUE), NAME));
        refused("budget.correct_below_zero", () -> budget.correct(Money.of(Long.MIN_VALUE), NAME));
        budget.reserve(Money.of(10), NAME);
        budget.commit(posting(PostingKind.RESERVE, 10), Money.of(10), NAME);
        refused("posting.too_large", () -> budget.spend(posting(PostingKind.COMMIT, 10), Money.of(Long.MAX_VALUE),
                Money.of(Long.MAX_VALUE), NAME));
        assertThat(budget.available()).isEqualTo(Money.of(99_90));
    }

    @Test
    void a_smaller_order_frees_the_rest_of_the_reservation() {
        budget.reserve(Money.of(80_00), NAME);
        budget.commit(posting(PostingKind.RESERVE, 80_00), Money.of(70_00), NAME);
        assertThat(budget.available()).isEqualTo(Money.of(30_00));
    }

    @Test
    void a_larger_order_must_still_fit() {
        budget.reserve(Money.of(80_00), NAME);
        refused("budget.not_enough", () -> budget.commit(posting(PostingKind.RESERVE, 80_00), Money.of(100_01), NAME));
        budget.commit(posting(PostingKind.RESERVE, 80_00), Money.of(100_00), NAME);
        assertThat(budget.available()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_part_delivery_keeps_the_rest_committed() {
        budget.reserve(Money.of(80_00), NAME);
        budget.commit(posting(PostingKind.RESERVE, 80_00), Money.of(80_00), NAME);
        budget.spend(posting(PostingKind.COMMIT, 80_00), Money.of(30_00), Money.of(45_00), NAME);
        assertThat(budget.available()).isEqualTo(Money.of(25_00));
        budget.spend(posting(PostingKind.COMMIT, 45_00), Money.of(45_00), Money.ZERO, NAME);
        assertThat(budget.available()).isEqualTo(Money.of(25_00));
    }

    @Test
    void a_posting_of_another_kind_or_budget_is_refused() {
        budget.reserve(Money.of(10), NAME);
        refused("posting.wrong_kind", () -> budget.commit(posting(PostingKind.COMMIT, 10), Money.of(10), NAME));
        refused("posting.wrong_kind", () -> budget.spend(posting(PostingKind.RESERVE, 10), Money.of(10), Money.ZERO, NAME));
        refused("posting.wrong_kind", () -> budget.release(posting(PostingKind.SPEND, 10), NAME));
        Posting foreign = new Posting(77L, PostingKind.RESERVE, Money.of(10), null, "request_item:1", null);
        refused("posting.other_budget", () -> budget.commit(foreign, Money.of(10), NAME));
        refused("posting.other_budget", () -> budget.release(foreign, NAME));
    }

    @Test
    void no_more_is_taken_back_than_was_spent() {
        budget.correct(Money.of(40_00), NAME);
        refused("budget.correct_below_zero", () -> budget.correct(Money.of(-40_01), NAME));
        budget.correct(Money.of(-40_00), NAME);
        assertThat(budget.available()).isEqualTo(Money.of(100_00));
    }

    /** A posting of this budget, which has no id because it is not stored. */
    private static Posting posting(PostingKind kind, long cents) {
        return new Posting(null, kind, Money.of(cents), null, "request_item:1", null);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    @Test
    void a_commitment_gets_another_amount_as_far_as_money_is_free() {
        budget.commitAnew(Money.of(60_00), NAME);
        refused("posting.not_positive", () -> budget.commitAnew(Money.ZERO, NAME));
        refused("posting.not_positive", () -> budget.recommit(posting(PostingKind.COMMIT, 60_00), Money.of(-1), NAME));
        refused("budget.not_enough", () -> budget.recommit(posting(PostingKind.COMMIT, 60_00), Money.of(100_01), NAME));
        budget.recommit(posting(PostingKind.COMMIT, 60_00), Money.of(75_00), NAME);
        assertThat(budget.available()).isEqualTo(Money.of(25_00));
        budget.recommit(posting(PostingKind.COMMIT, 75_00), Money.ZERO, NAME);
        assertThat(budget.available()).isEqualTo(Money.of(100_00));
    }

    @Test
    void what_is_freed_is_free_again_whether_it_was_reserved_or_committed() {
        budget.reserve(Money.of(30_00), NAME);
        budget.commitAnew(Money.of(50_00), NAME);
        budget.release(posting(PostingKind.RESERVE, 30_00), NAME);
        assertThat(budget.available()).isEqualTo(Money.of(50_00));
        budget.reserve(Money.of(50_00), NAME);
        budget.release(posting(PostingKind.COMMIT, 50_00), NAME);
        assertThat(budget.available()).isEqualTo(Money.of(50_00));
        assertThatThrownBy(() -> budget.release(posting(PostingKind.COMMIT, 1), NAME)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_is_free_is_given_away_to_the_last_cent() {
        budget.reserve(Money.of(40_00), NAME);
        budget.unlessFits(Money.of(60_00), NAME);
        refused("budget.not_enough", () -> budget.unlessFits(Money.of(60_01), NAME));
        refused("budget.not_enough", () -> budget.allotMore(Money.of(-60_01), NAME));
        budget.allotMore(Money.of(-60_00), NAME);
        assertThat(budget.available()).isEqualTo(Money.ZERO);
        assertThat(budget.allotted()).isEqualTo(Money.of(40_00));
        budget.allotMore(Money.of(1), NAME);
        assertThat(budget.available()).isEqualTo(Money.of(1));
    }

    @Test
    void own_money_is_of_an_authority_and_ends_with_its_year() {
        Budget own = Budget.ownMoney(7L, 2026, "21710.09110", "Eigenanteil");
        assertThat(own.kind()).isEqualTo(BudgetKind.OWN_MONEY);
        assertThat(own.authorityId()).isEqualTo(7L);
        assertThat(own.householdYear()).isEqualTo(2026);
        assertThat(own.endsOn()).isEqualTo("2026-12-31");
        assertThat(own.schoolId()).isNull();
        assertThat(own.applicationId()).isNull();
        assertThat(budget.kind()).isEqualTo(BudgetKind.POSITION);
        assertThat(budget.schoolId()).isEqualTo(1L);
        assertThat(budget.applicationId()).isEqualTo(1L);
    }
}
