package de.schulpakt.procurement.request;

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

/** What a school asks for (Bedarfsmeldung). Its lines are {@link RequestItem}s. */
@Entity
@Table(name = "request")
class Request implements Stateful<RequestState, RequestAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "title")
    private String title;
    @Column(name = "reason")
    private String reason;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private RequestState state;
    @Column(name = "answer")
    private String answer;
    @Column(name = "created_by")
    private Long createdBy;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "submitted_at")
    private Instant submittedAt;
    @Column(name = "rest_of_id")
    private Long restOf;
    @Column(name = "transfer_id")
    private Long transferId;
    @Version
    @Column(name = "version")
    private int version;

    protected Request() {
    }

    Request(String no, Long schoolId, String title, String reason, Long createdBy, Instant createdAt) {
        this.no = no;
        this.schoolId = schoolId;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.state = RequestState.DRAFT;
        describe(title, reason);
    }

    /** The request for what is not approved of this one: of who has asked, waiting since then. Its state follows. */
    Request rest(String otherNo, Instant at) {
        Request rest = new Request(otherNo, schoolId, title, reason, createdBy, at);
        rest.submittedAt = submittedAt;
        rest.restOf = id;
        return rest;
    }

    @Override
    public Transitions<RequestState, RequestAction> flow() {
        return RequestFlow.FLOW;
    }

    @Override
    public Change<RequestState> apply(RequestAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        return follow(action);
    }

    /** A step that follows from an order or a delivery, whose own version was compared. The only place that writes state. */
    Change<RequestState> follow(RequestAction action) {
        Change<RequestState> change = RequestFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    void describe(String title, String reason) {
        this.title = title.strip();
        this.reason = reason == null || reason.isBlank() ? null : reason.strip();
    }

    void submitted(Instant at) {
        this.submittedAt = at;
        this.answer = null;
    }

    void answered(String answer) {
        this.answer = answer == null || answer.isBlank() ? null : answer.strip();
    }

    /** The transfer that was made in the step of its approval; null if none was, or it is none of its any more. */
    void movedBy(Long transfer) {
        this.transferId = transfer;
    }

    Long transferId() {
        return transferId;
    }

    /** The request of which this one was split off, null if it was written. */
    Long restOf() {
        return restOf;
    }

    Long id() {
        return id;
    }

    String no() {
        return no;
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    @Override
    public RequestState state() {
        return state;
    }

    @Override
    public Ref ref() {
        return new Ref("Request", id, no).ofSchool(schoolId);
    }
}
