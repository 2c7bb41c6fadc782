package de.schulpakt.procurement.receipt;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** What came with one delivery note; its number and its day can be put right with a reason. */
@Entity
@Table(name = "delivery")
class Delivery {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "order_id")
    private Long orderId;
    @Column(name = "delivery_note_no")
    private String deliveryNoteNo;
    @Column(name = "received_on")
    private LocalDate receivedOn;
    @Column(name = "created_at")
    private Instant createdAt;

    protected Delivery() {
    }

    Delivery(Long orderId, String deliveryNoteNo, LocalDate receivedOn, Instant createdAt) {
        this.orderId = orderId;
        this.deliveryNoteNo = deliveryNoteNo;
        this.receivedOn = receivedOn;
        this.createdAt = createdAt;
    }

    /** Number and day as they really were. */
    void become(String note, LocalDate day) {
        this.deliveryNoteNo = note;
        this.receivedOn = day;
    }

    Long orderId() {
        return orderId;
    }

    String deliveryNoteNo() {
        return deliveryNoteNo;
    }

    LocalDate receivedOn() {
        return receivedOn;
    }

    Long id() {
        return id;
    }
}
