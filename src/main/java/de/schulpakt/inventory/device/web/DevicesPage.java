package de.schulpakt.inventory.device.web;

import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.ModelKind;
import de.schulpakt.platform.Page;
import de.schulpakt.platform.PageRequest;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The list of devices; filters, order and page are in the URL. */
@Named
@RequestScoped
public class DevicesPage {
    @Inject
    DeviceQueries queries;
    @Inject
    Act act;
    @Inject
    Here here;
    private Page<DeviceQueries.Row> rows;

    /** Reads the page of the list that the URL names. */
    public void load() {
        act.show(() -> rows = queries.list(filter(here::param),
                PageRequest.of(Params.page(here.param("page")), null, here.param("sort"))));
    }

    /** What a URL asks for; what makes no sense in it is left out. */
    static DeviceQueries.Filter filter(UnaryOperator<String> param) {
        return new DeviceQueries.Filter(param.apply("text"), Params.number(param.apply("school")),
                Params.constant(DeviceState.class, param.apply("state")), Params.number(param.apply("room")),
                Params.constant(ModelKind.class, param.apply("kind")), Params.number(param.apply("budget")),
                Params.number(param.apply("orderLine")));
    }

    /** Where the whole filtered list is had as a file. */
    public String getCsv() {
        return here.link("page", null).replaceFirst("[.]xhtml", ".csv");
    }

    public Page<DeviceQueries.Row> getRows() {
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
