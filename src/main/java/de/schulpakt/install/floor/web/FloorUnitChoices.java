package de.schulpakt.install.floor.web;

import de.schulpakt.install.floor.FloorQueries;
import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The sockets, access points and distributors that are drawn nowhere yet, for the plan that the picker names. */
@RequestScoped
public class FloorUnitChoices implements ChoiceSource {
    @Inject
    FloorQueries queries;

    @Override
    public String name() {
        return "floorUnits";
    }

    @Override
    public Choices find(Asked asked) {
        return asked.withinId() == null ? new Choices(List.of(), 0) : of(queries.units(asked.withinId(), asked.text()), asked);
    }

    /** As many as are shown, how many fit, and what is chosen. */
    static Choices of(List<FloorQueries.Offer> fit, Asked asked) {
        return new Choices(fit.stream().limit(SHOWN).map(FloorUnitChoices::choice).toList(), fit.size())
                .with(fit.stream().filter(one -> one.id().equals(asked.chosenId())).map(FloorUnitChoices::choice).findFirst().orElse(null));
    }

    private static Choices.Choice choice(FloorQueries.Offer offer) {
        return new Choices.Choice(offer.id().toString(), offer.words());
    }
}
