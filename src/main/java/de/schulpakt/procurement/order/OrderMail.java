package de.schulpakt.procurement.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That the sheet of an order was sent to its supplier. Written once, never changed. */
@Entity
@Table(name = "order_mail")
class OrderMail {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "order_id")
    private Long orderId;
    @Column(name = "recipient")
    private String recipient;
    @Column(name = "mail_name")
    private String mailName;
    @Column(name = "sent_by")
    private String sentBy;
    @Column(name = "sent_at")
    private Instant sentAt;

    protected OrderMail() {
    }

    OrderMail(Long orderId, String recipient, String mailName, String sentBy, Instant sentAt) {
        this.orderId = orderId;
        this.recipient = recipient;
        this.mailName = mailName;
        this.sentBy = sentBy;
        this.sentAt = sentAt;
    }
}
