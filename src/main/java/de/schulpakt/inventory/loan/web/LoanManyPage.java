package de.schulpakt.inventory.loan.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.inventory.loan.ManyLoans;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Devices are handed out to several pupils, one each: a line of a pasted list for each of them. */
@Named
@ViewScoped
public class LoanManyPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient ManyLoans many;
    @Inject
    transient Guard guard;
    @Inject
    transient Act act;
    @Inject
    transient Language language;
    private String pupils;
    private String numbers;
    private boolean minor = true;
    private boolean signed;
    private Loans.LoanCondition condition = Loans.LoanCondition.SOUND;
    private String accessories;
    private LocalDate dueOn;
    private ArrayList<MadeLine> made = new ArrayList<>();
    private ArrayList<LeftLine> left = new ArrayList<>();

    /**
     * A loan that was made.
     *
     * @param typed the line of the list
     */
    public record MadeLine(Long loanId, String no, Long sheetId, String typed) implements Serializable {
    }

    /** Only who may hand out. */
    public void load() {
        act.show(() -> {
            if (!guard.may(Permission.LOAN_EDIT)) {
                throw new Forbidden(Permission.LOAN_EDIT);
            }
        });
    }

    /** Hands them out; lines of which nothing came stay in the list, to be put right. */
    public String handOut() {
        return act.runTelling(() -> {
            PupilLines lines = PupilLines.of(pupils);
            ManyLoans.Result result = many.handOut(new ManyLoans.HandOut(lines.lines(), Arrays.stream((numbers == null ? "" : numbers).split("[\\r\\n;,\\t]+")).map(String::strip)
                    .filter(number -> !number.isEmpty()).toList(), minor, signed, condition, accessories, dueOn));
            result.made().forEach(one -> made.add(new MadeLine(one.loanId(), one.no(), one.sheetId(), lines.typed(one.line()))));
            left = result.left().stream().map(one -> new LeftLine(null, lines.typed(one.line()), one.why().told(language.getLocale()))).collect(Collectors.toCollection(ArrayList::new));
            pupils = left.stream().map(LeftLine::name).collect(Collectors.joining("\n"));
            return null;
        }, () -> left.isEmpty() ? "loan.done.many" : null);
    }

    /** The loans that were made on this page. */
    public List<MadeLine> getMade() {
        return made;
    }

    /** Lines of which nothing came, each with why. */
    public List<LeftLine> getLeft() {
        return left;
    }

    public Loans.LoanCondition[] getConditions() {
        return Loans.LoanCondition.values();
    }

    public String getPupils() {
        return pupils;
    }

    public void setPupils(String pupils) {
        this.pupils = pupils;
    }

    public String getNumbers() {
        return numbers;
    }

    public void setNumbers(String numbers) {
        this.numbers = numbers;
    }

    public boolean isMinor() {
        return minor;
    }

    public void setMinor(boolean minor) {
        this.minor = minor;
    }

    public boolean isSigned() {
        return signed;
    }

    public void setSigned(boolean signed) {
        this.signed = signed;
    }

    public Loans.LoanCondition getCondition() {
        return condition;
    }

    public void setCondition(Loans.LoanCondition condition) {
        this.condition = condition;
    }

    public String getAccessories() {
        return accessories;
    }

    public void setAccessories(String accessories) {
        this.accessories = accessories;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }
}
