package de.schulpakt.inventory.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The time a device spends in one room; open while it is there. */
@Entity
@Table(name = "placement")
class Placement {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "room_id")
    private Long roomId;
    @Column(name = "from_at")
    private Instant fromAt;
    @Column(name = "to_at")
    private Instant toAt;
    @Column(name = "actor")
    private String actor;

    protected Placement() {
    }

    Placement(Long deviceId, Long roomId, Instant fromAt, String actor) {
        this.deviceId = deviceId;
        this.roomId = roomId;
        this.fromAt = fromAt;
        this.actor = actor;
    }

    /** Ends it if it is still open. */
    void end(Instant at) {
        if (toAt == null) {
            toAt = at;
        }
    }

    /** The last instant that is known of it. */
    Instant latest() {
        return toAt == null ? fromAt : toAt;
    }
}
