package de.schulpakt.inventory.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The key of a form that was sent by a link: whoever loads the page again sends it again, and it is taken in once. */
@Entity
@Table(name = "door_once")
class DoorOnce {
    @Id
    @Column(name = "key_hash")
    private String keyHash;
    @Column(name = "came_at")
    private Instant cameAt;

    protected DoorOnce() {
    }

    DoorOnce(String keyHash, Instant at) {
        this.keyHash = keyHash;
        this.cameAt = at;
    }
}
