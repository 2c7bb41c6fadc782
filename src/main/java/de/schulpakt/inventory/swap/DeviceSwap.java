package de.schulpakt.inventory.swap;

import de.schulpakt.inventory.device.DeviceState;
import de.schulpakt.inventory.device.Replacements;
import de.schulpakt.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One device came in the place of another. */
@Entity
@Table(name = "device_swap")
class DeviceSwap {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Swaps.SwapKind kind;
    @Column(name = "old_id")
    private Long oldId;
    @Column(name = "new_id")
    private Long newId;
    @Enumerated(EnumType.STRING)
    @Column(name = "old_state")
    private DeviceState oldState;
    @Enumerated(EnumType.STRING)
    @Column(name = "new_state")
    private DeviceState newState;
    @Column(name = "new_room_id")
    private Long newRoomId;
    @Column(name = "new_served")
    private boolean newServed;
    @Column(name = "reason")
    private String reason;
    @Column(name = "swapped_at")
    private Instant swappedAt;
    @Column(name = "swapped_by")
    private String swappedBy;
    @Column(name = "undone_at")
    private Instant undoneAt;
    @Column(name = "undone_by")
    private String undoneBy;
    @Column(name = "undone_why")
    private String undoneWhy;

    protected DeviceSwap() {
    }

    DeviceSwap(Long schoolId, Swaps.SwapKind kind, Long oldId, Long newId, Replacements.Before before, String reason, Instant at, String by) {
        this.schoolId = schoolId;
        this.kind = kind;
        this.oldId = oldId;
        this.newId = newId;
        this.oldState = before.wentState();
        this.newState = before.cameState();
        this.newRoomId = before.cameRoomId();
        this.newServed = before.cameServed();
        this.reason = reason.strip();
        this.swappedAt = at;
        this.swappedBy = by;
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }

    Swaps.SwapKind kind() {
        return kind;
    }

    Long oldId() {
        return oldId;
    }

    String reason() {
        return reason;
    }

    Long newId() {
        return newId;
    }

    Replacements.Before before() {
        return new Replacements.Before(oldState, newState, newRoomId, newServed);
    }

    /** Both are where they were before; refused {@code swap.undone} the second time. */
    void undo(String why, Instant at, String by) {
        if (undoneAt != null) {
            throw new Refused("swap.undone");
        }
        putRight(why, at, by);
    }

    /** It was put right where it was made: at its loan or order. */
    void putRight(String why, Instant at, String by) {
        undoneAt = at;
        undoneBy = by;
        undoneWhy = why.strip();
    }
}
