package de.schulpakt.inventory.booking;

import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
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

/** Some devices of a model that are kept for somebody on some days. */
@Entity
@Table(name = "loan_booking")
class LoanBooking implements Stateful<BookingState, BookingAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "model_id")
    private Long modelId;
    @Column(name = "quantity")
    private int quantity;
    @Column(name = "from_on")
    private LocalDate fromOn;
    @Column(name = "to_on")
    private LocalDate toOn;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private BookingState state;
    @Enumerated(EnumType.STRING)
    @Column(name = "borrower_kind")
    private Loans.BorrowerKind borrowerKind;
    @Column(name = "borrower")
    private String borrower;
    @Column(name = "school_class")
    private String schoolClass;
    @Column(name = "booked_at")
    private Instant bookedAt;
    @Column(name = "booked_by")
    private String bookedBy;
    @Column(name = "erased_on")
    private LocalDate erasedOn;
    @Version
    @Column(name = "version")
    private int version;

    protected LoanBooking() {
    }

    LoanBooking(String no, Bookings.Book cmd, Instant at, String by) {
        this.no = no;
        this.schoolId = cmd.schoolId();
        this.modelId = cmd.modelId();
        this.quantity = cmd.quantity();
        this.fromOn = cmd.fromOn();
        this.toOn = cmd.toOn();
        this.state = BookingState.BOOKED;
        this.borrowerKind = cmd.kind();
        this.borrower = cmd.borrower().strip();
        this.schoolClass = cmd.schoolClass() == null || cmd.schoolClass().isBlank() ? null : cmd.schoolClass().strip();
        this.bookedAt = at;
        this.bookedBy = by;
    }

    Long id() {
        return id;
    }

    Long modelId() {
        return modelId;
    }

    int quantity() {
        return quantity;
    }

    LocalDate fromOn() {
        return fromOn;
    }

    LocalDate toOn() {
        return toOn;
    }

    String no() {
        return no;
    }

    /** It is for other days. */
    void on(LocalDate from, LocalDate to) {
        fromOn = from;
        toOn = to;
    }

    /** To whom the devices go, as a hand-out says it. */
    Loans.HandOut handOut(Bookings.Take cmd) {
        return new Loans.HandOut(cmd.deviceIds(), borrowerKind, borrower, schoolClass, cmd.contact(), cmd.minor(), cmd.guardian(), cmd.signed(), cmd.condition(),
                cmd.accessories(), toOn);
    }

    /** Nothing is known of the person any longer. */
    void erase(LocalDate day) {
        borrower = null;
        schoolClass = null;
        erasedOn = day;
    }

    @Override
    public Ref ref() {
        return new Ref("LoanBooking", id, no).ofSchool(schoolId);
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    @Override
    public BookingState state() {
        return state;
    }

    @Override
    public Transitions<BookingState, BookingAction> flow() {
        return BookingFlow.FLOW;
    }

    @Override
    public Change<BookingState> apply(BookingAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        return apply(action);
    }

    /** Takes a step as part of that of another subject, whose version was checked. */
    Change<BookingState> apply(BookingAction action) {
        Change<BookingState> change = BookingFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
