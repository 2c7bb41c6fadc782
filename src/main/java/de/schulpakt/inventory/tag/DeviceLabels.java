package de.schulpakt.inventory.tag;

import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.paper.label.Label;
import de.schulpakt.paper.label.LabelSource;
import de.schulpakt.platform.list.ListView;
import de.schulpakt.platform.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Devices have labels: those that the list of devices would show for the same parameters. Beside the number they say model and serial number, what paid for the device
 * and until when it is bound, and the line that the programme wants to be read.
 */
@ApplicationScoped
class DeviceLabels implements LabelSource {
    private static final int AT_ONCE = 250;
    @Inject
    DeviceList devices;
    @Inject
    TagQueries queries;

    @Override
    public String name() {
        return "devices";
    }

    @Override
    public void each(Map<String, List<String>> sent, boolean strict, Consumer<Label> sink) {
        List<DeviceQueries.Row> some = new ArrayList<>();
        devices.each(devices.usual(new ListView(sent, strict)), row -> {
            some.add(row);
            if (some.size() == AT_ONCE) {
                labels(some, sink);
                some.clear();
            }
        });
        labels(some, sink);
    }

    @Override
    public List<Long> ids(Map<String, List<String>> sent, boolean strict, int most) {
        return devices.ids(devices.usual(new ListView(sent, strict)), most);
    }

    @Override
    public void of(Map<String, List<String>> sent, List<Long> ids, Consumer<Label> sink) {
        Map<Long, DeviceQueries.Row> seen = new HashMap<>();
        devices.seen(ids).forEach(row -> seen.put(row.id(), row));
        labels(ids.stream().map(seen::get).filter(Objects::nonNull).toList(), sink);
    }

    private void labels(List<DeviceQueries.Row> rows, Consumer<Label> sink) {
        Map<Long, TagQueries.Paid> paid = queries.paid(rows.stream().map(DeviceQueries.Row::id).toList());
        rows.forEach(row -> {
            TagQueries.Paid by = paid.get(row.id());
            sink.accept(new Label(row.id(), row.inventoryNo(), Stream.of(row.model(), row.serial(), by == null ? null : by.publicity(),
                    by == null ? null : by.said(), row.bindingEndOn() == null ? null : Texts.get(Locale.GERMAN, "label.bound", row.bindingEndOn()), row.school(), row.room())
                    .filter(Objects::nonNull).toList(), "/inventory/device.xhtml?id=" + row.id()));
        });
    }
}
