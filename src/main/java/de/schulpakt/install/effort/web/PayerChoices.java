package de.schulpakt.install.effort.web;

import de.schulpakt.install.effort.EffortQueries;
import de.schulpakt.platform.text.Texts;
import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Positions and own money that can have paid what is in the store that the picker names. */
@RequestScoped
public class PayerChoices implements ChoiceSource {
    @Inject
    EffortQueries queries;

    @Override
    public String name() {
        return "store-payers";
    }

    @Override
    public Choices find(Asked asked) {
        if (asked.withinId() == null) {
            return new Choices(List.of(), 0);
        }
        List<EffortQueries.Payer> fit = queries.payers(asked.withinId(), asked.text(), null);
        return new Choices(fit.stream().limit(SHOWN).map(one -> choice(one, asked.locale())).toList(), fit.size())
                .with(asked.chosenId() == null ? null : queries.payers(asked.withinId(), null, asked.chosenId()).stream().map(one -> choice(one, asked.locale())).findFirst().orElse(null));
    }

    private static Choices.Choice choice(EffortQueries.Payer payer, Locale locale) {
        return new Choices.Choice(payer.id().toString(), payer.year() != null
                ? Texts.get(locale, "effort.own_money", String.valueOf(payer.year()), payer.account())
                : payer.school() + " · " + Texts.get(locale, payer.category()) + " · " + payer.programme());
    }
}
