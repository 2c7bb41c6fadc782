package de.schulpakt.inventory.number;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A number by which a device is known, or was. */
@Entity
@Table(name = "device_identifier")
class DeviceIdentifier {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "device_id")
    private Long deviceId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private IdentifierKind kind;
    @Column(name = "value")
    private String value;
    @Column(name = "value_key")
    private String valueKey;
    @Column(name = "added_at")
    private Instant addedAt;
    @Column(name = "added_by")
    private String addedBy;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Column(name = "ended_by")
    private String endedBy;
    @Column(name = "ended_why")
    private String endedWhy;

    protected DeviceIdentifier() {
    }

    Long deviceId() {
        return deviceId;
    }

    IdentifierKind kind() {
        return kind;
    }

    String value() {
        return value;
    }

    boolean ended() {
        return endedAt != null;
    }

    void end(Instant at, String by, String why) {
        endedAt = at;
        endedBy = by;
        endedWhy = why;
    }
}
