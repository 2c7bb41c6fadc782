package de.schulpakt.funding.inquiry;

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

/** A question about an application, and its answer. */
@Entity
@Table(name = "inquiry")
class Inquiry implements Stateful<InquiryState, InquiryAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "application_id")
    private Long applicationId;
    @Column(name = "authority_id")
    private Long authorityId;
    @Enumerated(EnumType.STRING)
    @Column(name = "side")
    private InquirySide side;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private InquiryState state;
    @Column(name = "subject")
    private String subject;
    @Column(name = "words")
    private String words;
    @Column(name = "asked_on")
    private LocalDate askedOn;
    @Column(name = "due_on")
    private LocalDate dueOn;
    @Column(name = "answer")
    private String answer;
    @Column(name = "answered_on")
    private LocalDate answeredOn;
    @Column(name = "answered_by")
    private String answeredBy;
    @Column(name = "recorded_by")
    private String recordedBy;
    @Column(name = "recorded_at")
    private Instant recordedAt;
    @Version
    @Column(name = "version")
    private int version;

    protected Inquiry() {
    }

    Inquiry(String no, Long authorityId, Inquiries.Ask cmd, String recordedBy, Instant recordedAt) {
        this.no = no;
        this.applicationId = cmd.applicationId();
        this.authorityId = authorityId;
        this.side = cmd.side();
        this.state = InquiryState.OPEN;
        this.subject = cmd.subject().strip();
        this.words = cmd.words().strip();
        this.askedOn = cmd.askedOn();
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
        due(cmd.dueOn());
    }

    Long id() {
        return id;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    /** It is to be answered until then; null: no day is set. */
    final void due(LocalDate on) {
        if (on != null && on.isBefore(askedOn)) {
            throw new Refused("inquiry.due_before_asked", on, askedOn);
        }
        this.dueOn = on;
    }

    void answered(LocalDate on, String said, String by) {
        if (on.isBefore(askedOn)) {
            throw new Refused("inquiry.answered_before_asked", on, askedOn);
        }
        this.answeredOn = on;
        this.answer = said.strip();
        this.answeredBy = by;
    }

    void reopened() {
        this.answeredOn = null;
        this.answer = null;
        this.answeredBy = null;
    }

    @Override
    public Ref ref() {
        return new Ref("Inquiry", id, no).ofAuthority(authorityId);
    }

    @Override
    public Long authorityId() {
        return authorityId;
    }

    @Override
    public InquiryState state() {
        return state;
    }

    @Override
    public Transitions<InquiryState, InquiryAction> flow() {
        return InquiryFlow.FLOW;
    }

    @Override
    public Change<InquiryState> apply(InquiryAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<InquiryState> change = InquiryFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
