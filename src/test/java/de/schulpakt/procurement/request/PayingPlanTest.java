package de.schulpakt.procurement.request;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayingPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static BudgetQueries.Row budget(long id, Category category, long available, LocalDate periodTo) {
        return new BudgetQueries.Row(id, "DP2", "A-2026-0001", 1, category, 1L, "Schule", available, 0L, 0L, 0L, available, periodTo);
    }

    private static List<Long> payers(List<Part> parts) {
        return parts.stream().map(Part::budgetId).toList();
    }

    @Test
    void the_money_that_ends_first_pays_first() {
        PayingPlan plan = new PayingPlan(List.of(budget(1, Category.WLAN, 100, TODAY.plusDays(90)),
                budget(2, Category.WLAN, 100, TODAY.plusDays(30))), TODAY);
        assertThat(payers(plan.pay(Category.WLAN, 60))).containsExactly(2L);
        assertThat(payers(plan.pay(Category.WLAN, 60))).containsExactly(1L);
        assertThat(plan.left(2L)).isEqualTo(40);
    }

    @Test
    void what_fits_nowhere_whole_is_split_and_what_ends_first_is_used_up() {
        PayingPlan plan = new PayingPlan(List.of(budget(1, Category.WLAN, 30, TODAY.plusDays(90)), budget(2, Category.WLAN, 20, TODAY.plusDays(30))),
                TODAY);
        assertThat(plan.pay(Category.WLAN, 45)).containsExactly(new Part(2L, 20), new Part(1L, 25));
        assertThat(plan.left(1L)).isEqualTo(5);
        assertThat(plan.overdrawn()).isEmpty();
    }

    @Test
    void what_none_has_is_missing_where_most_room_was() {
        PayingPlan plan = new PayingPlan(List.of(budget(1, Category.WLAN, 10, null), budget(2, Category.WLAN, 50, null)), TODAY);
        assertThat(plan.pay(Category.WLAN, 70)).containsExactly(new Part(1L, 10), new Part(2L, 60));
        assertThat(plan.left(2L)).isEqualTo(-10);
        assertThat(plan.overdrawn()).containsEntry(Category.WLAN, 10L);
        assertThat(plan.pay(Category.WLAN, 5)).containsExactly(new Part(1L, 5));
    }

    @Test
    void own_money_pays_the_rest_if_it_was_named() {
        PayingPlan plan = new PayingPlan(List.of(budget(1, Category.WLAN, 1902, null)), TODAY, 9L);
        assertThat(plan.pay(Category.WLAN, 2196)).containsExactly(new Part(1L, 1902), new Part(9L, 294));
        assertThat(plan.pay(Category.MOBILE_DEVICE, 7)).containsExactly(new Part(9L, 7));
        assertThat(plan.overdrawn()).isEmpty();
    }

    @Test
    void own_money_pays_nothing_where_nothing_is_missing() {
        PayingPlan plan = new PayingPlan(List.of(budget(1, Category.WLAN, 60, TODAY), budget(2, Category.WLAN, 50, null)), TODAY, 9L);
        assertThat(plan.pay(Category.WLAN, 100)).containsExactly(new Part(1L, 60), new Part(2L, 40));
    }

    @Test
    void ended_periods_and_other_categories_pay_nothing() {
        PayingPlan plan = new PayingPlan(List.of(budget(1, Category.WLAN, 100, TODAY.minusDays(1)),
                budget(2, Category.LAN, 100, TODAY)), TODAY);
        assertThat(plan.pay(Category.WLAN, 1)).isEmpty();
        assertThat(payers(plan.pay(Category.LAN, 1))).containsExactly(2L);
    }

    @Test
    void a_chosen_budget_is_no_longer_free_for_the_rest() {
        PayingPlan plan = new PayingPlan(List.of(budget(1, Category.WLAN, 100, TODAY), budget(2, Category.WLAN, 100, null)), TODAY);
        plan.take(1L, 80);
        assertThat(payers(plan.pay(Category.WLAN, 60))).containsExactly(2L);
    }

    @Test
    void what_just_fits_is_paid_whole_and_ends_today_still_pays() {
        PayingPlan plan = new PayingPlan(List.of(budget(1, Category.WLAN, 40, TODAY), budget(2, Category.WLAN, 60, null),
                budget(3, Category.WLAN, 900, TODAY.minusDays(1))), TODAY);
        assertThat(plan.pay(Category.WLAN, 60)).containsExactly(new Part(2L, 60));
        assertThat(plan.pay(Category.WLAN, 40)).containsExactly(new Part(1L, 40));
        assertThat(plan.left(1L)).isZero();
    }
}
