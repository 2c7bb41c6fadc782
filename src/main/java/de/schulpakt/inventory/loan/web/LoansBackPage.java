package de.schulpakt.inventory.loan.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Several devices come back at once: first their numbers, then the condition of each. */
@Named
@ViewScoped
public class LoansBackPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Loans loans;
    @Inject
    transient LoanQueries queries;
    @Inject
    transient DeviceQueries devices;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    @Inject
    transient Language language;
    private String numbers;
    private ArrayList<LeftLine> left = new ArrayList<>();
    private ArrayList<Line> lines = new ArrayList<>();

    /** A device that comes back, with what is said of it. */
    public static class Line implements Serializable {
        private static final long serialVersionUID = 1L;
        private final LoanQueries.Running loan;
        private final Form form = new Form();

        Line(LoanQueries.Running loan) {
            this.loan = loan;
            form.put("condition", Loans.LoanCondition.SOUND);
        }

        public LoanQueries.Running getLoan() {
            return loan;
        }

        public Form getForm() {
            return form;
        }
    }

    /** Asks for the permission; the address may name a number. */
    public void load() {
        act.show(() -> {
            if (!guard.may(Permission.LOAN_EDIT)) {
                throw new Forbidden(Permission.LOAN_EDIT);
            }
            numbers = numbers == null ? here.param("number") : numbers;
        });
    }

    /** Finds the loans of the numbers; numbers that mean no device that is lent are named with their reasons, and the others may come back without them. */
    public String find() {
        return act.run(() -> {
            DeviceQueries.Chosen chosen = devices.meant(List.of(), LeftLine.typed(numbers));
            LoanQueries.Found found = queries.running(chosen.ids());
            lines = new ArrayList<>(found.loans().stream().map(Line::new).toList());
            left = LeftLine.of(chosen, found.left(), language.getLocale());
            return null;
        }, null);
    }

    /** Takes them back; their sheet comes next. */
    public String takeBack() {
        return act.run(() -> "loan-sheet?faces-redirect=true&id=" + loans.takeBackAll(new Loans.TakeBackAll(lines.stream().map(l -> new Loans.Back(l.loan.id(),
                l.loan.version(), l.form.choice(Loans.LoanCondition.class, "condition"), l.form.text("lacking"), l.form.text("note"))).toList())), "loan.done.take_back_all");
    }

    public Loans.LoanCondition[] getConditions() {
        return Loans.LoanCondition.values();
    }

    /** What does not come back, and why. */
    public List<LeftLine> getLeft() {
        return left;
    }

    public List<Line> getLines() {
        return lines;
    }

    public String getNumbers() {
        return numbers;
    }

    public void setNumbers(String numbers) {
        this.numbers = numbers;
    }
}
