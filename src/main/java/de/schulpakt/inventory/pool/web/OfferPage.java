package de.schulpakt.inventory.pool.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.pool.OfferQueries;
import de.schulpakt.inventory.pool.Offers;
import de.schulpakt.platform.web.Act;
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
    private Long asker;
    private Long asking;
    private Long toSchoolId;
    private String words;
    private String note;

    /** Reads the offer. */
    public void load() {
        act.show(() -> view = queries.view(id == null ? -1 : id));
    }

    /** A school asks for it. */
    public String ask() {
        return run(() -> offers.ask(id, new Offers.Wish(asker, words)), "offer.done.ask");
    }

    /** A school does not ask any longer. */
    public String takeBack() {
        return run(() -> offers.takeBack(id, new Offers.Asking(asking)), "offer.done.take_back");
    }

    /** The devices go to a school that has asked. */
    public String give() {
        return run(() -> offers.give(id, new Offers.Give(view.version(), toSchoolId, note)), "offer.done.give");
    }

    /** They stay. */
    public String withdraw() {
        return run(() -> offers.withdraw(id, new Offers.Step(view.version(), note)), "offer.done.withdraw");
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

    public Long getAsker() {
        return asker;
    }

    public void setAsker(Long asker) {
        this.asker = asker;
    }

    public Long getAsking() {
        return asking;
    }

    public void setAsking(Long asking) {
        this.asking = asking;
    }

    public Long getToSchoolId() {
        return toSchoolId;
    }

    public void setToSchoolId(Long toSchoolId) {
        this.toSchoolId = toSchoolId;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
