package de.schulpakt.inventory.pool.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.pool.OfferQueries;
import de.schulpakt.inventory.pool.Offers;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One offer: which devices, who asks, and where they went. */
@Named
@ViewScoped
public class OfferPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Offers offers;
    @Inject
    transient OfferQueries queries;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    private Long id;
    private OfferQueries.View view;
    private final Form form = new Form();

    /** Reads the offer. */
    public void load() {
        act.show(() -> view = queries.view(id == null ? -1 : id));
    }

    /** A school asks for it. */
    public String ask() {
        return run(() -> offers.ask(id, new Offers.Wish(form.number("asker"), form.text("words"))), "offer.done.ask");
    }

    /** A school does not ask any longer. */
    public String takeBack() {
        return run(() -> offers.takeBack(id, new Offers.Asking(form.number("asking"))), "offer.done.take_back");
    }

    /** The devices go to a school that has asked. */
    public String give() {
        return run(() -> offers.give(id, new Offers.Give(view.version(), form.number("toSchoolId"), form.text("note"))), "offer.done.give");
    }

    /** They stay. */
    public String withdraw() {
        return run(() -> offers.withdraw(id, new Offers.Step(view.version(), form.text("note"))), "offer.done.withdraw");
    }

    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "offer?faces-redirect=true&id=" + id);
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    /** The schools of the asker that ask and may think better of it. */
    public List<OfferQueries.Wished> getOwn() {
        return view.wishes().stream().filter(w -> guard.may(Permission.DEVICE_ADD, w.schoolId())).toList();
    }

    /** True if the asker can open the page of a device. */
    public boolean mayOpen(OfferQueries.Thing device) {
        return guard.may(Permission.DEVICE_VIEW, device.schoolId());
    }

    public OfferQueries.View getView() {
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public Form getForm() {
        return form;
    }
}
