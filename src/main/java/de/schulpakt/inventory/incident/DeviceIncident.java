package de.schulpakt.inventory.incident;

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

/** What happened to a device, and who pays for it. Amounts in cents. */
@Entity
@Table(name = "device_incident")
class DeviceIncident implements Stateful<IncidentState, IncidentAction> {
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
    @Column(name = "kind")
    private IncidentKind kind;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private IncidentState state;
    @Column(name = "happened_on")
    private LocalDate happenedOn;
    @Column(name = "words")
    private String words;
    @Column(name = "police_no")
    private String policeNo;
    @Column(name = "insurer")
    private String insurer;
    @Column(name = "claim_no")
    private String claimNo;
    @Enumerated(EnumType.STRING)
    @Column(name = "payer")
    private IncidentPayer payer;
    @Column(name = "cost_cents")
    private Long costCents;
    @Column(name = "paid_cents")
    private Long paidCents;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "opened_by")
    private String openedBy;
    @Column(name = "closed_on")
    private LocalDate closedOn;
    @Version
    @Column(name = "version")
    private int version;

    protected DeviceIncident() {
    }

    DeviceIncident(String no, Long schoolId, Incidents.Record cmd, Instant at, String by) {
        this.no = no;
        this.schoolId = schoolId;
        this.deviceId = cmd.deviceId();
        this.state = IncidentState.OPEN;
        this.openedAt = at;
        this.openedBy = by;
        become(cmd.facts());
    }

    /** What is known of it now. */
    void become(Incidents.Facts facts) {
        kind = facts.kind();
        happenedOn = facts.happenedOn();
        words = facts.words().strip();
        policeNo = text(facts.policeNo());
        insurer = text(facts.insurer());
        claimNo = text(facts.claimNo());
        payer = facts.payer();
        costCents = facts.costCents();
    }

    /** What was paid in the end; null if it goes on. */
    void paid(Long cents, LocalDate day) {
        paidCents = cents;
        closedOn = day;
    }

    private static String text(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    Long id() {
        return id;
    }

    IncidentPayer payer() {
        return payer;
    }

    @Override
    public Transitions<IncidentState, IncidentAction> flow() {
        return IncidentFlow.FLOW;
    }

    @Override
    public Change<IncidentState> apply(IncidentAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<IncidentState> change = IncidentFlow.FLOW.step(state, action);
        this.state = change.to();
        return change;
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    @Override
    public IncidentState state() {
        return state;
    }

    @Override
    public Ref ref() {
        return new Ref("DeviceIncident", id, no).ofSchool(schoolId);
    }
}
