package de.schulpakt.install.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When a technician is on site. */
@Entity
@Table(name = "visit")
class Visit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "starts_at")
    private Instant startsAt;
    @Column(name = "minutes")
    private int minutes;
    @Column(name = "contact")
    private String contact;
    @Column(name = "note")
    private String note;
    @Column(name = "cancelled")
    private boolean cancelled;

    protected Visit() {
    }

    Visit(Long ticketId, Visits.Schedule cmd) {
        this.ticketId = ticketId;
        this.startsAt = cmd.startsAt();
        this.minutes = cmd.minutes();
        this.contact = cmd.contact();
        this.note = cmd.note();
    }

    Instant startsAt() {
        return startsAt;
    }

    Long ticketId() {
        return ticketId;
    }

    int minutes() {
        return minutes;
    }

    String contact() {
        return contact;
    }

    String note() {
        return note;
    }

    boolean cancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }
}
