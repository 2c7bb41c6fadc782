package de.schulpakt.funding.audit.web;

import de.schulpakt.funding.audit.Samples;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Draws samples out of the devices of the application that the address names. */
@Named
@ViewScoped
public class SamplesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Samples samples;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private final Form form = new Form();
    private Long application;

    /** Takes the application out of the address; without one there is nothing to draw from. */
    public void load() {
        application = Params.number(here.param("application"));
    }

    /** Draws a sample. */
    public String draw() {
        return act.run(() -> "sample?faces-redirect=true&id=" + samples.draw(new Samples.Draw(application, form.whole("size"), form.number("seed"))), "sample.was_drawn");
    }

    public Long getApplication() {
        return application;
    }

    public Form getForm() {
        return form;
    }
}
