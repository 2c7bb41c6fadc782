package de.schulpakt.procurement.finance;

import static org.assertj.core.api.Assertions.assertThat;

import de.schulpakt.funding.programme.Category;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of several rules that fit, each value is taken from the one that says most. */
class FinanceAccountsTest {
    private static final FinanceAccounts ACCOUNTS = new FinanceAccounts(List.of(rule(null, null, null, "1000", "K0", "S0"), rule(1L, null, null, "1100", null, "S1"),
            rule(1L, Category.WLAN, null, "1110", null, null), rule(null, null, 7L, null, "K7", null), rule(1L, null, 7L, "1107", null, null)));

    @Test
    void what_says_most_goes_first_and_each_value_is_looked_for_alone() {
        assertThat(of(1L, Category.WLAN, 7L, null)).as("school before category").isEqualTo(new FinanceAccounts.Found("1107", "K7", "S1"));
        assertThat(of(1L, Category.WLAN, 8L, null)).isEqualTo(new FinanceAccounts.Found("1110", "K0", "S1"));
        assertThat(of(2L, Category.WLAN, 7L, null)).isEqualTo(new FinanceAccounts.Found("1000", "K7", "S0"));
    }

    @Test
    void own_money_keeps_its_account_and_is_no_special_item() {
        assertThat(of(null, null, null, "2161.5")).isEqualTo(new FinanceAccounts.Found("2161.5", "K0", null));
        assertThat(new FinanceAccounts(List.of()).of(new FinanceAccounts.Of(1L, Category.WLAN, 7L, null))).isEqualTo(new FinanceAccounts.Found(null, null, null));
    }

    private static FinanceAccounts.Found of(Long programme, Category category, Long school, String own) {
        return ACCOUNTS.of(new FinanceAccounts.Of(programme, category, school, own));
    }

    private static FinanceQueries.Rule rule(Long programme, Category category, Long school, String account, String costCentre, String specialItem) {
        return new FinanceQueries.Rule(1L, programme, null, category, school, null, account, costCentre, specialItem);
    }
}
