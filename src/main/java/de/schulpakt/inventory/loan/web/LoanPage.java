package de.schulpakt.inventory.loan.web;

import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;

/** One loan: who has what until when, and that it is back. */
@Named
@ViewScoped
public class LoanPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Loans loans;
    @Inject
    transient LoanQueries queries;
    @Inject
    transient DeviceQueries devices;
    @Inject
    transient Act act;
    private Long id;
    private LoanQueries.View view;
    private LocalDate dueOn;
    private Loans.LoanCondition condition = Loans.LoanCondition.SOUND;
    private String lacking;
    private String note;
    private final Form form = new Form();

    /** Reads the loan. */
    public void load() {
        act.show(() -> {
            view = queries.view(id == null ? -1 : id);
            dueOn = dueOn == null ? view.dueOn() : dueOn;
            form.putIfAbsent("conditionOut", Loans.LoanCondition.SOUND);
            form.putIfAbsent("borrower", view.borrower());
            form.putIfAbsent("schoolClass", view.schoolClass());
            form.putIfAbsent("contact", view.contact());
            form.putIfAbsent("guardian", view.guardian());
            form.putIfAbsent("minor", view.guardian() != null);
            form.putIfAbsent("signed", view.signed());
        });
    }

    /** The device is back. */
    public String takeBack() {
        return run(() -> loans.takeBack(id, new Loans.TakeBack(view.version(), condition, lacking, note)), "loan.done.take_back");
    }

    /** Due on another day. */
    public String extend() {
        return run(() -> loans.extend(id, new Loans.Extend(view.version(), dueOn, note)), "loan.done.extend");
    }

    /** The borrower has lost it. */
    public String reportLost() {
        return run(() -> loans.reportLost(id, new Loans.ReportLost(view.version(), note)), "loan.done.lost");
    }

    /** Another device in its place; the page of the new loan comes next. */
    public String swap() {
        String outcome = act.run(() -> "loan?faces-redirect=true&id=" + loans.swap(id, new Loans.Swap(view.version(), devices.named(form.text("number")).get(0),
                condition, lacking, note, form.choice(Loans.LoanCondition.class, "conditionOut"), form.text("accessories"))), "loan.done.swap");
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    /** What is known of the person was wrong. */
    public String correct() {
        boolean pupil = view.kind() == Loans.BorrowerKind.PUPIL;
        return run(() -> loans.correct(id, new Loans.Correct(view.version(), form.text("borrower"), form.text("schoolClass"), form.text("contact"),
                pupil && form.ticked("minor"), pupil ? form.text("guardian") : null, form.ticked("signed"), note)), "loan.done.correct");
    }

    /** It had been ended by mistake. */
    public String reopen() {
        return run(() -> loans.reopen(id, new Loans.Why(view.version(), note)), "loan.done.reopen");
    }

    /** The device is there again. */
    public String find() {
        return run(() -> loans.find(id, new Loans.Why(view.version(), note)), "loan.done.find");
    }

    private String run(Runnable step, String done) {
        String outcome = act.run(step, done, "loan?faces-redirect=true&id=" + id);
        if (outcome == null) {
            load();
        }
        return outcome;
    }

    public Loans.LoanCondition[] getConditions() {
        return Loans.LoanCondition.values();
    }

    public Form getForm() {
        return form;
    }

    public LoanQueries.View getView() {
        return view;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public Loans.LoanCondition getCondition() {
        return condition;
    }

    public void setCondition(Loans.LoanCondition condition) {
        this.condition = condition;
    }

    public String getLacking() {
        return lacking;
    }

    public void setLacking(String lacking) {
        this.lacking = lacking;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
