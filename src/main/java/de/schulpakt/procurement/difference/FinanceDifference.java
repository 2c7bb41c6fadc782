package de.schulpakt.procurement.difference;

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

/** Something that was sent and not booked, booked and not sent, or booked with another amount. */
@Entity
@Table(name = "finance_difference")
class FinanceDifference implements Stateful<DifferenceState, DifferenceAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private DifferenceKind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private DifferenceState state;
    @Column(name = "line_id")
    private Long lineId;
    @Column(name = "booking_id")
    private Long bookingId;
    @Column(name = "label")
    private String label;
    @Column(name = "account")
    private String account;
    @Column(name = "day_on")
    private LocalDate dayOn;
    @Column(name = "here_cents")
    private Long hereCents;
    @Column(name = "there_cents")
    private Long thereCents;
    @Column(name = "found_at")
    private Instant foundAt;
    @Version
    @Column(name = "version")
    private int version;

    protected FinanceDifference() {
    }

    FinanceDifference(Long authorityId, Differences.Found found, Instant now) {
        this.authorityId = authorityId;
        this.kind = found.kind();
        this.state = DifferenceState.OPEN;
        this.lineId = found.lineId();
        this.bookingId = found.bookingId();
        this.label = found.label();
        this.account = found.account();
        this.dayOn = found.dayOn();
        this.hereCents = found.hereCents();
        this.thereCents = found.thereCents();
        this.foundAt = now;
    }

    /** What it is, without when it was found. */
    Differences.Found found() {
        return new Differences.Found(kind, lineId, bookingId, label, account, dayOn, hereCents, thereCents);
    }

    @Override
    public Transitions<DifferenceState, DifferenceAction> flow() {
        return DifferenceFlow.FLOW;
    }

    @Override
    public Change<DifferenceState> apply(DifferenceAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        return follow(action);
    }

    /** A step that needs nobody who saw a version. The only place that writes state. */
    Change<DifferenceState> follow(DifferenceAction action) {
        Change<DifferenceState> change = DifferenceFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public DifferenceState state() {
        return state;
    }

    @Override
    public Ref ref() {
        return new Ref("FinanceDifference", id, label).ofAuthority(authorityId);
    }
}
