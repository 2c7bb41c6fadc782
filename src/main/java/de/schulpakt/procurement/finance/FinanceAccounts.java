package de.schulpakt.procurement.finance;

import de.schulpakt.funding.programme.Category;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Finds account, cost centre and special item of a posting among the rules of an authority. Pure. */
final class FinanceAccounts {
    private final List<FinanceQueries.Rule> rules;

    FinanceAccounts(List<FinanceQueries.Rule> rules) {
        this.rules = rules.stream().sorted(Comparator.comparingInt(FinanceAccounts::weight).reversed()).toList();
    }

    /** Where something is booked; null for what no rule says. */
    record Found(String account, String costCentre, String specialItemNo) {
    }

    /**
     * What is posted.
     *
     * @param own account of its own money, null for money of a programme
     */
    record Of(Long programmeId, Category category, Long schoolId, String own) {
    }

    Found of(Of posted) {
        // own money has an account: a rule for everything does not take it away
        return new Found(posted.own() != null ? posted.own() : first(posted, FinanceQueries.Rule::account), first(posted, FinanceQueries.Rule::costCentre),
                posted.programmeId() == null ? null : first(posted, FinanceQueries.Rule::specialItemNo));
    }

    private String first(Of posted, Function<FinanceQueries.Rule, String> value) {
        return rules.stream().filter(r -> fits(r, posted)).map(value).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static boolean fits(FinanceQueries.Rule rule, Of posted) {
        return (rule.programmeId() == null || rule.programmeId().equals(posted.programmeId())) && (rule.category() == null || rule.category() == posted.category())
                && (rule.schoolId() == null || rule.schoolId().equals(posted.schoolId()));
    }

    /** What says more goes first, then school, programme, category. */
    private static int weight(FinanceQueries.Rule rule) {
        int school = rule.schoolId() == null ? 0 : 1;
        int programme = rule.programmeId() == null ? 0 : 1;
        int category = rule.category() == null ? 0 : 1;
        return (school + programme + category) * 8 + school * 4 + programme * 2 + category;
    }
}
