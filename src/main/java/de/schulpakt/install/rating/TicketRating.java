package de.schulpakt.install.rating;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** What the school thinks of the work of a ticket. */
@Entity
@Table(name = "ticket_rating")
class TicketRating {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ticket_id")
    private Long ticketId;
    @Column(name = "stars")
    private Integer stars;
    @Column(name = "word")
    private String word;
    @Column(name = "rated_on")
    private LocalDate ratedOn;

    protected TicketRating() {
    }

    TicketRating(Long ticketId) {
        this.ticketId = ticketId;
    }

    void says(int many, String said, LocalDate on) {
        stars = many;
        word = said == null || said.isBlank() ? null : said.strip();
        ratedOn = on;
    }
}
