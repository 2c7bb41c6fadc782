package de.schulpakt.inventory.pool;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A school asks for what is offered. */
@Entity
@Table(name = "device_offer_wish")
class OfferWish {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "offer_id")
    private Long offerId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "words")
    private String words;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "asked_by")
    private String askedBy;
    @Column(name = "taken_back_at")
    private Instant takenBackAt;

    protected OfferWish() {
    }

    OfferWish(Long offerId, Long schoolId, String words, Instant at, String by) {
        this.offerId = offerId;
        this.schoolId = schoolId;
        this.words = words == null || words.isBlank() ? null : words.strip();
        this.askedAt = at;
        this.askedBy = by;
    }

    /** The school does not ask any longer. */
    void takeBack(Instant at) {
        takenBackAt = at;
    }
}
