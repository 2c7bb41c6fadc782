package de.schulpakt.inventory.device.web;

import de.schulpakt.inventory.device.DeviceModelList;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.row.Page;
import de.schulpakt.platform.web.ChoiceSource;
import de.schulpakt.platform.web.Choices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The device models, by maker, name or part number; within {@code devices} only what becomes a device, no services. */
@RequestScoped
public class ModelChoices implements ChoiceSource {
    private static final String DEVICES = "devices";
    @Inject
    DeviceModelList models;

    @Override
    public String name() {
        return "models";
    }

    @Override
    public Choices find(Asked asked) {
        ListView view = new ListView(java.util.Map.of(), false).with("text", asked.text()).with("offered", "YES").with("size", SHOWN);
        Page<DeviceModelList.Row> found = models.page(DEVICES.equals(asked.within()) ? view.with("becomesDevice", "true") : view);
        return new Choices(found.rows().stream().map(ModelChoices::choice).toList(), found.total())
                .with(asked.chosenId() == null ? null : models.seen(List.of(asked.chosenId())).stream().map(ModelChoices::choice).findFirst().orElse(null));
    }

    private static Choices.Choice choice(DeviceModelList.Row model) {
        return new Choices.Choice(model.id().toString(), model.name());
    }
}
