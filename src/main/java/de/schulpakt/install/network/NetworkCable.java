package de.schulpakt.install.network;

import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Fold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;

/** A cable between two ports, with how it was measured last. */
@Entity
@Table(name = "network_cable")
class NetworkCable {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "label")
    private String label;
    @Enumerated(EnumType.STRING)
    @Column(name = "cable_class")
    private CableClass cableClass;
    @Column(name = "length_m")
    private BigDecimal lengthM;
    /** Null: never measured. */
    @Column(name = "passed")
    private Boolean passed;
    @Column(name = "measured_at")
    private Instant measuredAt;
    @Column(name = "ticket_id")
    private Long ticketId;
    /** Null: unplugged. */
    @Column(name = "live")
    private Boolean live = true;
    /** Boxed, as a port without cable has none: a bare number would be 0 there. */
    @Version
    @Column(name = "version")
    private Integer version;

    protected NetworkCable() {
    }

    NetworkCable(Long schoolId, String label, CableClass cableClass, BigDecimal lengthM) {
        this.schoolId = schoolId;
        this.label = Fold.text(label);
        this.cableClass = cableClass;
        this.lengthM = lengthM;
    }

    /** What a work has measured. */
    void measured(Long ticket, CableClass as, BigDecimal length, boolean well, Instant at) {
        ticketId = ticket;
        cableClass = as;
        lengthM = length == null ? lengthM : length;
        passed = well;
        measuredAt = at;
    }

    /** The work that has measured it last, null if none has. */
    Long ticketId() {
        return ticketId;
    }

    /** What a tester has found; what it does not say stays. */
    void tested(CableClass as, BigDecimal length, boolean well, Instant at) {
        cableClass = as == null ? cableClass : as;
        lengthM = length == null ? lengthM : length;
        passed = well;
        measuredAt = at;
    }

    void unplugged() {
        live = null;
    }

    void seen(Integer by) {
        Conflict.unlessSame(new Ref("NetworkCable", id, label == null ? String.valueOf(id) : label).ofSchool(schoolId), by, version);
    }

    boolean live() {
        return Boolean.TRUE.equals(live);
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }
}
