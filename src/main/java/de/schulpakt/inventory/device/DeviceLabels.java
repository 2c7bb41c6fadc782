package de.schulpakt.inventory.device;

import de.schulpakt.paper.label.Label;
import de.schulpakt.paper.label.LabelSource;
import de.schulpakt.platform.list.ListView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Devices have labels: those that the list of devices would show for the same parameters. */
@ApplicationScoped
class DeviceLabels implements LabelSource {
    @Inject
    DeviceList devices;

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public void each(Map<String, List<String>> sent, boolean strict, Consumer<Label> sink) {
        devices.each(devices.usual(new ListView(sent, strict)), row -> sink.accept(new Label(row.id(), row.inventoryNo(),
                Stream.of(row.model(), row.serial(), row.school(), row.room()).filter(Objects::nonNull).toList(),
                "/inventory/device.xhtml?id=" + row.id())));
    }
}
