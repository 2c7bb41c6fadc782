package de.schulpakt.inventory.loan;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** The time in which one device is with one borrower. */
@Entity
@Table(name = "loan")
class Loan implements Stateful<LoanState, LoanAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "device_id")
    private Long deviceId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private LoanState state;
    @Enumerated(EnumType.STRING)
    @Column(name = "borrower_kind")
    private Loans.BorrowerKind borrowerKind;
    @Column(name = "borrower")
    private String borrower;
    @Column(name = "school_class")
    private String schoolClass;
    @Column(name = "contact")
    private String contact;
    @Column(name = "guardian")
    private String guardian;
    @Column(name = "signed")
    private boolean signed;
    @Enumerated(EnumType.STRING)
    @Column(name = "condition_out")
    private Loans.LoanCondition conditionOut;
    @Column(name = "accessories")
    private String accessories;
    @Column(name = "lent_at")
    private Instant lentAt;
    @Column(name = "lent_by")
    private String lentBy;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "ended_by")
    private String endedBy;
    @Enumerated(EnumType.STRING)
    @Column(name = "condition_in")
    private Loans.LoanCondition conditionIn;
    @Column(name = "lacking")
    private String lacking;
    @Column(name = "note")
    private String note;
    @Column(name = "erased_on")
    private LocalDate erasedOn;
    @Column(name = "terms_id")
    private Long termsId;
    @Column(name = "after_id")
    private Long afterId;
    @Version
    @Column(name = "version")
    private int version;

    protected Loan() {
    }

    Loan(String no, Long schoolId, Long deviceId, Loans.HandOut cmd, Instant at, String by) {
        this.no = no;
        this.schoolId = schoolId;
        this.deviceId = deviceId;
        this.state = LoanState.LENT;
        this.borrowerKind = cmd.kind();
        this.borrower = cmd.borrower().strip();
        this.schoolClass = text(cmd.schoolClass());
        this.contact = text(cmd.contact());
        this.guardian = text(cmd.guardian());
        this.signed = Boolean.TRUE.equals(cmd.signed());
        this.conditionOut = cmd.condition();
        this.accessories = text(cmd.accessories());
        this.lentAt = at;
        this.lentBy = by;
        this.dueOn = cmd.dueOn();
    }

    /** The loan that goes on with another device, until the same day and on the same terms. */
    Loan(String no, Long deviceId, Loan before, Loans.Swap cmd, Instant at, String by) {
        this.no = no;
        this.schoolId = before.schoolId;
        this.deviceId = deviceId;
        this.state = LoanState.LENT;
        this.borrowerKind = before.borrowerKind;
        this.borrower = before.borrower;
        this.schoolClass = before.schoolClass;
        this.contact = before.contact;
        this.guardian = before.guardian;
        this.signed = before.signed;
        this.conditionOut = cmd.conditionOut();
        this.accessories = text(cmd.accessories());
        this.lentAt = at;
        this.lentBy = by;
        this.dueOn = before.dueOn;
        this.termsId = before.termsId;
        this.afterId = before.id;
    }

    static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    Long id() {
        return id;
    }

    Long deviceId() {
        return deviceId;
    }

    String no() {
        return no;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    void extend(LocalDate day, String said) {
        dueOn = day;
        note = text(said) == null ? note : text(said);
    }

    /** The edition of the terms on which it is lent. */
    void on(Long terms) {
        termsId = terms;
    }

    Loans.LoanCondition conditionOut() {
        return conditionOut;
    }

    String accessories() {
        return accessories;
    }

    Integer version() {
        return version;
    }

    Loans.BorrowerKind kind() {
        return borrowerKind;
    }

    String schoolClass() {
        return schoolClass;
    }

    LocalDate erasedOn() {
        return erasedOn;
    }

    /** What is known of the person was wrong. */
    void correct(Loans.Correct cmd) {
        borrower = cmd.borrower().strip();
        schoolClass = text(cmd.schoolClass());
        contact = text(cmd.contact());
        guardian = text(cmd.guardian());
        signed = Boolean.TRUE.equals(cmd.signed());
        note = cmd.note().strip();
    }

    /** It had been ended by mistake: the borrower has the device. */
    void goesOn(String why) {
        if (erasedOn != null) {
            throw new Refused("loan.person_erased", no);
        }
        conditionIn = null;
        lacking = null;
        note = why.strip();
        endedAt = null;
        endedBy = null;
    }

    /** The device is there again, after it was lost. */
    void found(String how) {
        // once its people are erased nothing is written of them any more
        note = erasedOn == null ? how.strip() : note;
    }

    /** It is over. */
    void ended(Loans.LoanCondition condition, String missing, String said, Instant at, String by) {
        conditionIn = condition;
        lacking = text(missing);
        note = text(said);
        endedAt = at;
        endedBy = by;
    }

    /** Nothing is known of the person any longer. */
    void erase(LocalDate day) {
        borrower = null;
        schoolClass = null;
        contact = null;
        guardian = null;
        lacking = null;
        note = null;
        erasedOn = day;
    }

    @Override
    public Ref ref() {
        return new Ref("Loan", id, no).ofSchool(schoolId);
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    @Override
    public LoanState state() {
        return state;
    }

    @Override
    public Transitions<LoanState, LoanAction> flow() {
        return LoanFlow.FLOW;
    }

    @Override
    public Change<LoanState> apply(LoanAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<LoanState> change = LoanFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
