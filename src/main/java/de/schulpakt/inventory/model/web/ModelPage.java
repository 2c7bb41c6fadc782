package de.schulpakt.inventory.model.web;

import de.schulpakt.inventory.device.DeviceModels;
import de.schulpakt.inventory.model.ModelQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One device model. */
@Named
@ViewScoped
public class ModelPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient DeviceModels models;
    @Inject
    transient ModelQueries queries;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long id;
    private ModelQueries.View view;

    /** Reads the one that the address names. */
    public void load() {
        act.show(() -> {
            id = Params.number(here.param("id"));
            view = queries.view(id == null ? -1 : id);
            form.put("maker", view.maker());
            form.put("name", view.name());
            form.put("partNo", view.partNo());
            form.put("needsNetwork", view.needsNetwork());
            form.put("months", view.warrantyMonths() == null ? null : view.warrantyMonths().toString());
        });
    }

    /** Names it otherwise. */
    public String change() {
        return act.run(() -> models.change(id, new DeviceModels.Change(view.version(), form.text("maker"), form.text("name"), form.text("partNo"),
                form.ticked("needsNetwork"))), "model.changed", again());
    }

    /** How long what is delivered is under warranty. */
    public String warrant() {
        return act.run(() -> models.warrant(id, new DeviceModels.Warrant(view.version(), months(), form.text("warrantyReason"))), "model.warranted", again());
    }

    private Integer months() {
        Long months = form.number("months");
        return months == null ? null : (int) Math.min(Integer.MAX_VALUE, months);
    }

    /** Ends it. */
    public String end() {
        return act.run(() -> models.end(id, new DeviceModels.Step(view.version(), form.text("reason"))), "model.is_ended", again());
    }

    /** Has it bought again. */
    public String resume() {
        return act.run(() -> models.resume(id, new DeviceModels.Step(view.version(), form.text("reason"))), "model.is_running", again());
    }

    private String again() {
        return "device-model?faces-redirect=true&id=" + id;
    }

    public ModelQueries.View getView() {
        return view;
    }

    public Form getForm() {
        return form;
    }

    public Long getId() {
        return id;
    }
}
