package de.schulpakt.install.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One of several rooms in which the work of a ticket is done. */
@Entity
@Table(name = "ticket_room")
class TicketRoom {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "room_id")
    private Long roomId;
    /** Null until the school has accepted the work in it. */
    @Column(name = "accepted_at")
    private Instant acceptedAt;
    @Column(name = "accepted_by")
    private String acceptedBy;
    @Column(name = "defects")
    private boolean defects;

    protected TicketRoom() {
    }

    TicketRoom(Long ticketId, Long roomId) {
        this.ticketId = ticketId;
        this.roomId = roomId;
    }

    void accept(Instant at, String by, boolean withDefects) {
        acceptedAt = at;
        acceptedBy = by;
        defects = withDefects;
    }

    /** Not accepted after all. */
    void open() {
        acceptedAt = null;
        acceptedBy = null;
        defects = false;
    }

    boolean accepted() {
        return acceptedAt != null;
    }

    Long roomId() {
        return roomId;
    }
}
