package de.schulpakt.inventory.pool;

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

/** Devices of one school that go to another, together. */
@Entity
@Table(name = "device_offer")
class DeviceOffer implements Stateful<OfferState, OfferAction> {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "no")
    private String no;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "programme_id")
    private Long programmeId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "to_school_id")
    private Long toSchoolId;
    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private OfferState state;
    @Column(name = "reason")
    private String reason;
    @Column(name = "offered_at")
    private Instant offeredAt;
    @Column(name = "offered_by")
    private String offeredBy;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "ended_by")
    private String endedBy;
    @Version
    @Column(name = "version")
    private int version;

    protected DeviceOffer() {
    }

    /**
     * A new one.
     *
     * @param to where the authority sends the devices; null if they are offered
     */
    DeviceOffer(String no, Long authority, Long programme, Long from, Long to, String reason, Instant at, String by) {
        this.no = no;
        this.authorityId = authority;
        this.programmeId = programme;
        this.schoolId = from;
        this.toSchoolId = to;
        this.state = to == null ? OfferState.OFFERED : OfferState.GIVEN;
        this.reason = reason.strip();
        this.offeredAt = at;
        this.offeredBy = by;
        if (to != null) {
            ended(at, by);
        }
    }

    Long id() {
        return id;
    }

    String no() {
        return no;
    }

    Long authority() {
        return authorityId;
    }

    Long programmeId() {
        return programmeId;
    }

    /** The devices are that school's from now on. */
    void given(Long school, Instant at, String by) {
        toSchoolId = school;
        ended(at, by);
    }

    void ended(Instant at, String by) {
        endedAt = at;
        endedBy = by;
    }

    @Override
    public Ref ref() {
        return new Ref("DeviceOffer", id, no).ofSchool(schoolId);
    }

    @Override
    public Long schoolId() {
        return schoolId;
    }

    @Override
    public OfferState state() {
        return state;
    }

    @Override
    public Transitions<OfferState, OfferAction> flow() {
        return OfferFlow.FLOW;
    }

    @Override
    public Change<OfferState> apply(OfferAction action, Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        Change<OfferState> change = OfferFlow.FLOW.step(state, action);
        state = change.to();
        return change;
    }
}
