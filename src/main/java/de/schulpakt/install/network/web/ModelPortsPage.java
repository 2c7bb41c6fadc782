package de.schulpakt.install.network.web;

import de.schulpakt.install.network.NetworkPlans;
import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;

/** The ports that devices of the model in the address have. */
@Named
@ViewScoped
public class ModelPortsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient NetworkQueries queries;
    @Inject
    transient NetworkPlans plans;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private transient NetworkQueries.ModelPorts view;
    private Long id;
    private ArrayList<String> seen;
    private String ports;

    /** Reads the ports. */
    public void load() {
        act.show(() -> {
            Long asked = Params.number(here.param("model"));
            id = asked == null ? Long.valueOf(-1) : asked;
            seen = new ArrayList<>(getView().ports());
            ports = String.join("\n", getView().ports());
        });
    }

    /** Keeps them. */
    public String save() {
        return act.run(() -> plans.setModelPorts(id, new NetworkPlans.ModelPorts(seen, ports)), "network.done.model",
                "model-ports?faces-redirect=true&model=" + id);
    }

    public NetworkQueries.ModelPorts getView() {
        if (view == null) {
            view = queries.modelPorts(id);
        }
        return view;
    }

    public String getPorts() {
        return ports;
    }

    public void setPorts(String ports) {
        this.ports = ports;
    }
}
