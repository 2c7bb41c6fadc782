package de.schulpakt.install.network.web;

import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The devices of the school that the picker names, which play no part in its network yet. */
@RequestScoped
public class PlayerChoices implements ChoiceSource {
    @Inject
    NetworkQueries queries;

    @Override
    public String name() {
        return "networkDevices";
    }

    @Override
    public Choices find(Asked asked) {
        if (asked.withinId() == null) {
            return new Choices(List.of(), 0);
        }
        return PortChoices.of(queries.devices(asked.withinId(), asked.text()), queries.device(asked.withinId(), asked.chosenId()));
    }
}
