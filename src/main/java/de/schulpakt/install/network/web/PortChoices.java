package de.schulpakt.install.network.web;

import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The ports of the school that the picker names, by unit and port. */
@RequestScoped
public class PortChoices implements ChoiceSource {
    @Inject
    NetworkQueries queries;

    @Override
    public String name() {
        return "ports";
    }

    @Override
    public Choices find(Asked asked) {
        if (asked.withinId() == null) {
            return new Choices(List.of(), 0);
        }
        return of(queries.offers(asked.withinId(), asked.text()), queries.offer(asked.withinId(), asked.chosenId()));
    }

    /** As many as are shown, how many fit, and what is chosen. */
    static Choices of(List<NetworkQueries.Offer> fit, List<NetworkQueries.Offer> chosen) {
        return new Choices(fit.stream().limit(SHOWN).map(PortChoices::choice).toList(), fit.size())
                .with(chosen.stream().map(PortChoices::choice).findFirst().orElse(null));
    }

    private static Choices.Choice choice(NetworkQueries.Offer offer) {
        return new Choices.Choice(offer.id().toString(), offer.words());
    }
}
