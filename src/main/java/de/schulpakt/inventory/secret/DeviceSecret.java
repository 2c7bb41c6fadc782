package de.schulpakt.inventory.secret;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A password of a device, sealed. */
@Entity
@Table(name = "device_secret")
class DeviceSecret {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "device_id")
    private Long deviceId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Secrets.SecretKind kind;
    @Column(name = "sealed")
    private byte[] sealed;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "ended_by")
    private String endedBy;

    protected DeviceSecret() {
    }

    DeviceSecret(Long deviceId, Secrets.SecretKind kind, byte[] sealed, Instant at, String by) {
        this.deviceId = deviceId;
        this.kind = kind;
        this.sealed = sealed.clone();
        this.madeAt = at;
        this.madeBy = by;
    }

    Long id() {
        return id;
    }

    Long deviceId() {
        return deviceId;
    }

    Secrets.SecretKind kind() {
        return kind;
    }

    boolean open() {
        return endedAt == null;
    }

    byte[] sealed() {
        return sealed;
    }

    /** Nothing of it is kept. */
    void end(Instant at, String by) {
        sealed = null;
        endedAt = at;
        endedBy = by;
    }
}
