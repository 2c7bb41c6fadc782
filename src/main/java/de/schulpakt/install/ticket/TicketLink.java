package de.schulpakt.install.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a ticket is to another one. */
@Entity
@Table(name = "ticket_link")
class TicketLink {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "other_id")
    private Long otherId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private TicketQueries.LinkKind kind;

    protected TicketLink() {
    }

    TicketLink(Long ticketId, Long otherId, TicketQueries.LinkKind kind) {
        this.ticketId = ticketId;
        this.otherId = otherId;
        this.kind = kind;
    }
}
