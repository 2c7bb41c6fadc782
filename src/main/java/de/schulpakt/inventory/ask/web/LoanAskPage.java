package de.schulpakt.inventory.ask.web;

import de.schulpakt.inventory.ask.AskQueries;
import de.schulpakt.inventory.ask.Asks;
import de.schulpakt.inventory.booking.BookingQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One ask, and the answer of the school. */
@Named
@ViewScoped
public class LoanAskPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Asks asks;
    @Inject
    transient AskQueries queries;
    @Inject
    transient BookingQueries bookings;
    @Inject
    transient Act act;
    private Long id;
    private AskQueries.View view;
    private transient List<BookingQueries.Model> models;
    private final Form form = new Form();

    /** Reads the ask. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? -1 : id);
            form.putIfAbsent("modelId", view.modelId());
            form.putIfAbsent("fromOn", view.fromOn());
            form.putIfAbsent("toOn", view.toOn());
        });
    }

    /** A device is kept for who has asked. */
    public String offer() {
        return run(() -> asks.offer(id, new Asks.Offer(view.version(), form.number("modelId"), form.day("fromOn"), form.day("toOn"), form.text("offerWords"))),
                "ask.done.offer");
    }

    /** There is none to give. */
    public String refuse() {
        return run(() -> asks.refuse(id, new Asks.Refuse(view.version(), form.text("refuseWords"))), "ask.done.refuse");
    }

    /** It is to be answered anew. */
    public String reopen() {
        return run(() -> asks.reopen(id, new Asks.Why(view.version(), form.text("note"))), "ask.done.reopen");
    }

    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "loan-ask?faces-redirect=true&id=" + id);
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    /** What is for lending at the school, with what is free on the days of the dialog: those that are asked for, until others are typed. */
    public List<BookingQueries.Model> getModels() {
        if (models == null) {
            models = bookings.models(view.schoolId(), form.day("fromOn"), form.day("toOn"));
        }
        return models;
    }

    public AskQueries.View getView() {
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
