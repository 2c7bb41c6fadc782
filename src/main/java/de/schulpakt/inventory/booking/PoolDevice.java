package de.schulpakt.inventory.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The time in which a device is for lending. */
@Entity
@Table(name = "loan_pool_device")
class PoolDevice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "set_id")
    private Long setId;
    @Column(name = "joined_at")
    private Instant joinedAt;
    @Column(name = "joined_by")
    private String joinedBy;
    @Column(name = "left_at")
    private Instant leftAt;
    @Column(name = "left_by")
    private String leftBy;

    protected PoolDevice() {
    }

    PoolDevice(Long schoolId, Long deviceId, Long setId, Instant at, String by) {
        this.schoolId = schoolId;
        this.deviceId = deviceId;
        this.setId = setId;
        this.joinedAt = at;
        this.joinedBy = by;
    }

    Long schoolId() {
        return schoolId;
    }

    Long deviceId() {
        return deviceId;
    }

    Long inSet() {
        return setId;
    }

    /** It goes out with that set from now on, null for none. */
    void of(Long set) {
        setId = set;
    }

    /** It is not for lending any longer. */
    void leave(Instant at, String by) {
        leftAt = at;
        leftBy = by;
    }
}
