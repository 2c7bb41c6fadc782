package de.schulpakt.inventory.secret.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.secret.SecretQueries;
import de.schulpakt.inventory.secret.Secrets;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The passwords of a device; the address names it. A password that is opened is shown this once. */
@Named
@ViewScoped
public class SecretsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Secrets secrets;
    @Inject
    transient SecretQueries queries;
    @Inject
    transient DeviceQueries devices;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long device;
    private String name;
    private SecretQueries.View view;
    private transient Secrets.Opened opened;
    private final Form form = new Form();

    /** Finds the device. */
    public void load() {
        act.show(() -> {
            Long asked = Params.number(here.param("device"));
            device = asked == null ? Long.valueOf(-1) : asked;
            DeviceQueries.View found = devices.view(device);
            name = found.inventoryNo() + " · " + found.maker() + " " + found.model();
            view = queries.of(device);
        });
    }

    /** Keeps one. */
    public String keep() {
        return act.run(() -> {
            secrets.keep(device, new Secrets.Keep(form.choice(Secrets.SecretKind.class, "kind"), form.text("secret")));
            return address();
        }, "secret.done.keep");
    }

    /** Opens one, and shows it on this page only. */
    public String open() {
        return act.run(() -> {
            opened = secrets.open(form.number("which"), new Secrets.Why(form.text("reason")));
            return null;
        }, null);
    }

    /** One is not needed any longer. */
    public String end() {
        return act.run(() -> {
            secrets.end(form.number("which"), new Secrets.Why(form.text("reason")));
            return address();
        }, "secret.done.end");
    }

    private String address() {
        return "secrets?faces-redirect=true&device=" + device;
    }

    /** True on the page of a device whose passwords the asker may open. */
    public boolean may(Long schoolId) {
        return guard.may(Permission.DEVICE_SECRET, schoolId);
    }

    public Secrets.SecretKind[] getKinds() {
        return Secrets.SecretKind.values();
    }

    public Secrets.Opened getOpened() {
        return opened;
    }

    public SecretQueries.View getView() {
        return view;
    }

    public Long getDevice() {
        return device;
    }

    public String getName() {
        return name;
    }

    public Form getForm() {
        return form;
    }
}
