package de.schulpakt.inventory.loan.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.inventory.device.DeviceList;
import de.schulpakt.inventory.device.DeviceQueries;
import de.schulpakt.inventory.loan.LoanQueries;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.Forbidden;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Language;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Devices are handed out to one borrower. */
@Named
@ViewScoped
public class LoanNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    /** So many rows a list shows at most. */
    private static final int MOST = 500;
    @Inject
    transient Loans loans;
    @Inject
    transient DeviceQueries devices;
    @Inject
    transient DeviceList list;
    @Inject
    transient HttpServletRequest request;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    @Inject
    transient LoanQueries queries;
    @Inject
    transient Language language;
    private String numbers;
    private ArrayList<LeftLine> left = new ArrayList<>();
    private Loans.BorrowerKind kind = Loans.BorrowerKind.PUPIL;
    private String borrower;
    private String schoolClass;
    private String contact;
    private boolean minor = true;
    private String guardian;
    private boolean signed;
    private Loans.LoanCondition condition = Loans.LoanCondition.SOUND;
    private String accessories;
    private LocalDate dueOn;

    /** The devices that were ticked in a list, or the one that the address names by its number. */
    public void load() {
        act.show(() -> {
            if (!guard.may(Permission.LOAN_EDIT)) {
                throw new Forbidden(Permission.LOAN_EDIT);
            }
            numbers = numbers == null ? ticked() : numbers;
            numbers = numbers == null ? here.param("number") : numbers;
        });
    }

    private String ticked() {
        String[] ids = request.getParameterValues("id");
        return ids == null ? null : list.seen(Arrays.stream(ids).map(Params::number).filter(Objects::nonNull).distinct().limit(MOST).toList()).stream()
                .map(DeviceQueries.Row::inventoryNo).collect(Collectors.joining("\n"));
    }

    /** Hands them out; if some cannot go, all of these are named with their reasons and nothing goes. */
    public String handOut() {
        return hand(false);
    }

    /** Hands those out that can go. */
    public String handOutRest() {
        return hand(true);
    }

    private String hand(boolean rest) {
        return act.run(() -> {
            DeviceQueries.Chosen chosen = devices.meant(List.of(), LeftLine.typed(numbers));
            LoanQueries.Free free = queries.free(chosen.ids());
            left = LeftLine.of(chosen, free.left(), language.getLocale());
            if (!left.isEmpty() && (!rest || free.ids().isEmpty())) {
                throw new Refused("loan.some_stay", left.size());
            }
            List<Long> made = loans.handOut(new Loans.HandOut(free.ids(), kind, borrower, schoolClass, contact, isPupil() && minor,
                    isPupil() ? guardian : null, signed,
                    condition, accessories, dueOn));
            // all of them stand on one sheet, which is signed now
            return "loan-sheet?faces-redirect=true&id=" + queries.view(made.get(0)).sheets().get(0).id();
        }, "loan.done.hand_out");
    }

    public Loans.BorrowerKind[] getKinds() {
        return Loans.BorrowerKind.values();
    }

    public Loans.LoanCondition[] getConditions() {
        return Loans.LoanCondition.values();
    }

    /** What cannot go out, and why. */
    public List<LeftLine> getLeft() {
        return left;
    }

    public String getNumbers() {
        return numbers;
    }

    public void setNumbers(String numbers) {
        this.numbers = numbers;
    }

    public Loans.BorrowerKind getKind() {
        return kind;
    }

    public void setKind(Loans.BorrowerKind kind) {
        this.kind = kind;
    }

    public String getBorrower() {
        return borrower;
    }

    public void setBorrower(String borrower) {
        this.borrower = borrower;
    }

    public String getSchoolClass() {
        return schoolClass;
    }

    public void setSchoolClass(String schoolClass) {
        this.schoolClass = schoolClass;
    }

    /** True if it goes to a pupil: only for a pupil somebody signs. */
    public boolean isPupil() {
        return kind == Loans.BorrowerKind.PUPIL;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public boolean isMinor() {
        return minor;
    }

    public void setMinor(boolean minor) {
        this.minor = minor;
    }

    public String getGuardian() {
        return guardian;
    }

    public void setGuardian(String guardian) {
        this.guardian = guardian;
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
