package de.schulpakt.install.floor.web;

import de.schulpakt.install.floor.FloorQueries;
import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The devices that are drawn nowhere yet, for the plan that the picker names. */
@RequestScoped
public class FloorDeviceChoices implements ChoiceSource {
    @Inject
    FloorQueries queries;

    @Override
    public String name() {
        return "floorDevices";
    }

    @Override
    public Choices find(Asked asked) {
        return asked.withinId() == null ? new Choices(List.of(), 0) : FloorUnitChoices.of(queries.devices(asked.withinId(), asked.text()), asked);
    }
}
