package de.schulpakt.inventory.ask;

import de.schulpakt.inventory.door.DoorCode;
import de.schulpakt.inventory.door.DoorKey;
import de.schulpakt.inventory.loan.Loans;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.step.Change;
import de.schulpakt.platform.step.Stateful;
import de.schulpakt.platform.step.Transitions;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

/** Somebody without an account wants to borrow a device. */
@Entity
@Table(name = "loan_ask")
class LoanAsk implements Stateful<AskState, AskAction> {
    private static final String KIND = "loan-ask";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "invite_id")
    private Long inviteId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private AskState state;
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
    @Column(name = "words")
    private String words;
    @Column(name = "model_id")
    private Long modelId;
    @Column(name = "from_on")
    private LocalDate fromOn;
    @Column(name = "to_on")
    private LocalDate toOn;
    @Column(name = "secret_hash")
    private String secretHash;
    @Embedded
    private DoorCode code;
    @Column(name = "came_at")
    private Instant cameAt;
    @Column(name = "decided_at")
    private Instant decidedAt;
    @Column(name = "decided_by")
    private String decidedBy;
    @Column(name = "answer")
    private String answer;
    @Column(name = "booking_id")
    private Long bookingId;
    @Column(name = "erased_on")
    private LocalDate erasedOn;
    @Version
    @Column(name = "version")
    private int version;

    protected LoanAsk() {
    }

    LoanAsk(String no, AskInvite invite, Asks.Ask cmd, String secret, String code, Instant at) {
        this.no = no;
        this.schoolId = invite.schoolId();
        this.inviteId = invite.id();
        this.state = AskState.ASKED;
        this.borrowerKind = cmd.kind();
        this.borrower = cmd.borrower().strip();
        this.schoolClass = text(cmd.schoolClass());
        this.contact = cmd.contact().strip();
        this.guardian = text(cmd.guardian());
        this.words = text(cmd.words());
        this.modelId = cmd.modelId();
        this.fromOn = cmd.fromOn();
        this.toOn = cmd.toOn();
        this.secretHash = found(secret);
        this.code = new DoorCode(DoorKey.hash(KIND, secret, code));
        this.cameAt = at;
    }

    static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** The hash by which it is found. */
    static String found(String secret) {
        return DoorKey.hash(KIND, secret);
    }

    /** True if the code opens it; after too many wrong ones none does. */
    boolean opens(String secret, String code) {
        if (erasedOn != null || this.code.spent()) {
            return false;
        }
        return this.code.fits(DoorKey.hash(KIND, secret, code));
    }

    /** The school has answered; booking is null for a refusal. */
    void decided(Long booking, String said, Instant at, String by) {
        bookingId = booking;
        answer = text(said);
        decidedAt = at;
        decidedBy = by;
    }

    /** Who has asked does not want it any longer. */
    void withdrawn(Instant at) {
        decidedAt = at;
    }

    /** It is to be answered anew. */
    Long reopen() {
        Long before = bookingId;
        bookingId = null;
        answer = null;
        decidedAt = null;
        decidedBy = null;
        return before;
    }

    /** Nothing is known of the person any longer. */
    void erase(LocalDate day) {
        borrower = null;
        schoolClass = null;
        contact = null;
        guardian = null;
        words = null;
        answer = null;
        erasedOn = day;
    }

    Long id() {
        return id;
    }

    String no() {
        return no;
    }

    Long bookingId() {
        return bookingId;
    }

    Loans.BorrowerKind borrowerKind() {
        return borrowerKind;
    }

    String borrower() {
        return borrower;
    }

    String schoolClass() {
        return schoolClass;
    }

    @Override
    public Ref ref() {
        return new Ref("LoanAsk", id, no).ofSchool(schoolId);
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    @Override
    public AskState state() {
        return state;
    }

    @Override
    public Transitions<AskState, AskAction> flow() {
        return AskFlow.FLOW;
    }

    @Override
    public Change<AskState> apply(AskAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        return apply(action);
    }

    /** Takes a step of who has asked, who has seen no version. */
    Change<AskState> apply(AskAction action) {
        Change<AskState> change = AskFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
