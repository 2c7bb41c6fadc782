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

    @Test
    void the_money_that_ends_first_pays_first() {
        PayingPlan plan = new PayingPlan(List.of(budget(1, Category.WLAN, 100, TODAY.plusDays(90)),
                budget(2, Category.WLAN, 100, TODAY.plusDays(30))), TODAY);
        assertThat(plan.pay(Category.WLAN, 60).id()).isEqualTo(2);
        assertThat(plan.pay(Category.WLAN, 60).id()).isEqualTo(1);
        assertThat(plan.left(2L)).isEqualTo(40);
    }

    @Test
    void a_line_that_fits_nowhere_goes_where_least_is_missing() {
        PayingPlan plan = new PayingPlan(List.of(budget(1, Category.WLAN, 10, null), budget(2, Category.WLAN, 50, null)), TODAY);
        assertThat(plan.pay(Category.WLAN, 60).id()).isEqualTo(2);
        assertThat(plan.left(2L)).isEqualTo(-10);
    }

    @Test
    void ended_periods_and_other_categories_pay_nothing() {
        PayingPlan plan = new PayingPlan(List.of(budget(1, Category.WLAN, 100, TODAY.minusDays(1)),
                budget(2, Category.LAN, 100, TODAY)), TODAY);
        assertThat(plan.pay(Category.WLAN, 1)).isNull();
        assertThat(plan.pay(Category.LAN, 1).id()).isEqualTo(2);
    }

    @Test
    void a_chosen_budget_is_no_longer_free_for_the_rest() {
        PayingPlan plan = new PayingPlan(List.of(budget(1, Category.WLAN, 100, TODAY), budget(2, Category.WLAN, 100, null)), TODAY);
        plan.take(1L, 80);
        assertThat(plan.pay(Category.WLAN, 60).id()).isEqualTo(2);
    }
}
