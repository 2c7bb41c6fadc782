package de.schulpakt.install.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A step of the checklist that somebody has done. */
@Entity
@Table(name = "ticket_step")
class TicketStep {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "step_no")
    private int stepNo;
    @Column(name = "actor")
    private String actor;
    @Column(name = "done_at")
    private Instant doneAt;

    protected TicketStep() {
    }

    TicketStep(Long ticketId, int stepNo, String actor, Instant doneAt) {
        this.ticketId = ticketId;
        this.stepNo = stepNo;
        this.actor = actor;
        this.doneAt = doneAt;
    }
}
