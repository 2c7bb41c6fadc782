package de.schulpakt.inventory.sight.web;

import de.schulpakt.inventory.sight.Sights;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** What device management said of a device is forgotten, on the page of the device. */
@Named
@ViewScoped
public class SightPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Sights sights;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long device;

    /** The device of the page. */
    public SightPage of(Long id) {
        device = id;
        return this;
    }

    /** It was wrong. */
    public String forget() {
        return act.run(() -> sights.forget(device, new Sights.Forget(form.text("reason"))), "sight.done.forget", "device?faces-redirect=true&id=" + device);
    }

    public Form getForm() {
        return form;
    }
}
