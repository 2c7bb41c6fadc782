package de.schulpakt.inventory.sight;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** What device management has seen of one device. */
@Entity
@Table(name = "device_sight")
class DeviceSight {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "first_seen_on")
    private LocalDate firstSeenOn;
    @Column(name = "last_seen_on")
    private LocalDate lastSeenOn;
    @Column(name = "os")
    private String os;
    @Column(name = "managed")
    private Boolean managed;
    @Column(name = "seen_school_id")
    private Long seenSchoolId;
    @Column(name = "told_at")
    private Instant toldAt;
    @Column(name = "told_by")
    private String toldBy;

    protected DeviceSight() {
    }

    DeviceSight(Long deviceId) {
        this.deviceId = deviceId;
    }

    Long deviceId() {
        return deviceId;
    }

    /** What is told now; what is not told stays. */
    void tell(Sights.Seen seen, Instant at, String by) {
        if (seen.firstSeenOn() != null && (firstSeenOn == null || seen.firstSeenOn().isBefore(firstSeenOn))) {
            firstSeenOn = seen.firstSeenOn();
        }
        if (seen.lastSeenOn() != null && (lastSeenOn == null || seen.lastSeenOn().isAfter(lastSeenOn))) {
            lastSeenOn = seen.lastSeenOn();
        }
        os = seen.os() == null || seen.os().isBlank() ? os : seen.os().strip();
        managed = seen.managed() == null ? managed : seen.managed();
        seenSchoolId = seen.seenSchoolId() == null ? seenSchoolId : seen.seenSchoolId();
        toldAt = at;
        toldBy = by;
    }
}
