package de.schulpakt.procurement.order;

import de.schulpakt.funding.ledger.BudgetQueries;
import de.schulpakt.funding.programme.Category;
import de.schulpakt.funding.programme.ProgrammeQueries;
import de.schulpakt.funding.programme.RuleConfirmed;
import de.schulpakt.funding.programme.RuleKind;
import de.schulpakt.inventory.device.Binding;
import de.schulpakt.inventory.device.BindingMode;
import de.schulpakt.inventory.device.BindingStart;
import de.schulpakt.inventory.device.DeviceMoney;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** When the rule of a binding is verified, it refuses for the devices too that came while nobody had verified it. */
@ApplicationScoped
class BindingConfirmed {
    private static final Set<RuleKind> KINDS = Set.of(RuleKind.BINDING_YEARS, RuleKind.BINDING_START, RuleKind.BINDING_MODE);

    @Inject
    ProgrammeQueries programmes;
    @Inject
    BudgetQueries budgets;
    @Inject
    DeviceMoney deviceMoney;

    void confirmed(@Observes RuleConfirmed news) {
        if (!KINDS.contains(news.kind())) {
            return;
        }
        for (Category category : Category.values()) {
            List<ProgrammeQueries.Binding> rules = programmes.bindingsOf(news.programmeId(), category).stream().filter(ProgrammeQueries.Binding::verified).toList();
            List<Long> payers = rules.isEmpty() ? List.of() : budgets.of(news.programmeId(), category);
            if (!payers.isEmpty()) {
                rules.forEach(rule -> deviceMoney.bindingVerified(payers, new Binding(BindingStart.valueOf(rule.start()), rule.years(),
                        BindingMode.valueOf(rule.mode()))));
            }
        }
    }
}
