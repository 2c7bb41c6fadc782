package de.schulpakt.inventory.ask;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A booking that was made for an ask, whatever came of it. */
@Entity
@Table(name = "loan_ask_offer")
class AskOffer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "ask_id")
    private Long askId;
    @Column(name = "booking_id")
    private Long bookingId;

    protected AskOffer() {
    }

    AskOffer(Long askId, Long bookingId) {
        this.askId = askId;
        this.bookingId = bookingId;
    }
}
