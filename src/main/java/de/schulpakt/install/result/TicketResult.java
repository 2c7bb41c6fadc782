package de.schulpakt.install.result;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A result that was given at a ticket. */
@Entity
@Table(name = "ticket_result")
class TicketResult {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "result_no")
    private int resultNo;
    @Column(name = "value")
    private String value;
    @Column(name = "actor")
    private String actor;
    @Column(name = "given_at")
    private Instant givenAt;

    protected TicketResult() {
    }

    TicketResult(Long ticketId, int resultNo, String value, String actor, Instant givenAt) {
        this.ticketId = ticketId;
        this.resultNo = resultNo;
        give(value, actor, givenAt);
    }

    /** Another one than before. */
    final void give(String other, String by, Instant at) {
        value = other;
        actor = by;
        givenAt = at;
    }

    int resultNo() {
        return resultNo;
    }

    String value() {
        return value;
    }
}
