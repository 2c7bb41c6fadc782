package de.schulpakt.inventory.web;

import de.schulpakt.inventory.DeviceFilter;
import de.schulpakt.inventory.DeviceQueries;
import de.schulpakt.inventory.DeviceRow;
import de.schulpakt.inventory.DeviceState;
import de.schulpakt.inventory.ModelKind;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.CsvDownload;
import de.schulpakt.platform.web.Formats;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.platform.web.TextsBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The list of devices; filters, order and page are in the URL. */
@Named
@RequestScoped
public class DevicesPage {
    private static final List<String> EXPORTED = List.of("device.inventory_no", "device.serial", "device.model", "device.kind",
            "device.state", "device.school", "device.building", "device.room", "device.order", "device.funding", "device.price",
            "device.delivered", "device.in_service", "device.binding_end");
    @Inject
    DeviceQueries queries;
    @Inject
    Act act;
    @Inject
    Here here;
    @Inject
    TextsBean texts;
    @Inject
    Formats formats;
    private Page<DeviceRow> rows;

    /** Reads the page of the list that the URL names, or sends all of it as a file. */
    public void load() {
        DeviceFilter filter = new DeviceFilter(here.param("text"), Params.number(here.param("school")),
                Params.constant(DeviceState.class, here.param("state")), Params.number(here.param("room")),
                Params.constant(ModelKind.class, here.param("kind")), Params.number(here.param("budget")),
                Params.number(here.param("orderLine")));
        act.show(() -> {
            if ("csv".equals(here.param("format"))) {
                CsvDownload.send("schulpakt-geraete.csv", EXPORTED.stream().map(texts::get).toList(), queries.all(filter),
                        this::cells);
            } else {
                rows = queries.list(filter, PageRequest.of(Params.page(here.param("page")), null, here.param("sort")));
            }
        });
    }

    private List<?> cells(DeviceRow d) {
        return Arrays.asList(d.inventoryNo(), d.serial(), d.model(), texts.of(d.kind()), texts.of(d.state()), d.school(),
                d.building(), d.room(), d.orderNo(), d.fundingLabel(), formats.amount(d.priceCents()),
                formats.date(d.deliveredOn()), formats.date(d.inServiceOn()), formats.date(d.bindingEndOn()));
    }

    public Page<DeviceRow> getRows() {
        return rows;
    }

    /** True if something narrows the list down. */
    public boolean isFiltered() {
        return Stream.of("text", "school", "state", "room", "kind", "budget", "orderLine").anyMatch(p -> !here.param(p).isEmpty());
    }

    /** Limits that come from a link and have no field of their own; the form keeps them. */
    public List<String> getKept() {
        return Stream.of("school", "room", "budget", "orderLine").filter(p -> !here.param(p).isEmpty()).toList();
    }

    public DeviceState[] getStates() {
        return DeviceState.values();
    }

    public ModelKind[] getKinds() {
        return ModelKind.values();
    }
}
