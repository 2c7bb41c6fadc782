package de.schulpakt.inventory.booking.web;

import de.schulpakt.inventory.booking.BookingQueries;
import de.schulpakt.inventory.booking.Bookings;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One booking: what is kept for whom, and its hand-out. */
@Named
@ViewScoped
public class BookingPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Bookings bookings;
    @Inject
    transient LoanQueries loans;
    @Inject
    transient BookingQueries queries;
    @Inject
    transient DeviceQueries devices;
    @Inject
    transient Act act;
    private Long id;
    private BookingQueries.View view;
    private final Form form = new Form();

    /** Reads the booking. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? -1 : id);
            form.putIfAbsent("condition", Loans.LoanCondition.SOUND);
            form.putIfAbsent("fromOn", view.fromOn());
            form.putIfAbsent("toOn", view.toOn());
            form.putIfAbsent("minor", view.kind() == Loans.BorrowerKind.PUPIL);
        });
    }

    /** The devices go out; the sheet on which they stand comes next. */
    public String handOut() {
        String outcome = act.run(() -> {
            List<Long> made = bookings.handOut(id, new Bookings.Take(view.version(), devices.named(form.text("numbers")), form.text("contact"), form.ticked("minor"),
                    form.text("guardian"), form.ticked("signed"), form.choice(Loans.LoanCondition.class, "condition"), form.text("accessories")));
            return "loan-sheet?faces-redirect=true&id=" + loans.view(made.get(0)).sheets().get(0).id();
        }, "booking.done.hand_out");
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    /** It is for other days. */
    public String reschedule() {
        return run(() -> bookings.reschedule(id, new Bookings.Reschedule(view.version(), form.day("fromOn"), form.day("toOn"), form.text("note"))), "booking.done.reschedule");
    }

    /** It is not wanted any longer. */
    public String cancel() {
        return run(() -> bookings.cancel(id, new Bookings.Why(view.version(), form.text("note"))), "booking.done.cancel");
    }

    /** They had gone out by mistake. */
    public String putBack() {
        return run(() -> bookings.putBack(id, new Bookings.Why(view.version(), form.text("note"))), "booking.done.put_back");
    }

    /** It is wanted after all. */
    public String reopen() {
        return run(() -> bookings.reopen(id, new Bookings.Why(view.version(), form.text("note"))), "booking.done.reopen");
    }

    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "booking?faces-redirect=true&id=" + id);
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    public Loans.LoanCondition[] getConditions() {
        return Loans.LoanCondition.values();
    }

    public BookingQueries.View getView() {
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
