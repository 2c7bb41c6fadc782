package de.schulpakt.platform.step;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key under which a command was carried out, with its answer. */
@Entity
@Table(name = "idempotency_key")
class OnceKey {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private Long userId;
    @Column(name = "key_hash")
    private String keyHash;
    @Column(name = "print")
    private String print;
    @Column(name = "sent_at")
    private Instant sentAt;
    @Column(name = "status")
    private Integer status;
    @Column(name = "media_type")
    private String mediaType;
    @Column(name = "location")
    private String location;
    @Lob
    @Column(name = "body")
    private byte[] body;

    protected OnceKey() {
    }

    OnceKey(Once once, Instant now) {
        userId = once.account();
        keyHash = once.key();
        print = once.print();
        sentAt = now;
    }

    void answered(int with, String type, String at, byte[] bytes) {
        status = with;
        mediaType = type;
        location = at;
        body = bytes;
    }

    OnceClaims.Answer answer() {
        return new OnceClaims.Answer(print, status, mediaType, location, body);
    }
}
