package de.schulpakt.funding.pack;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** Somebody whose signature under a rule pack is believed, until the key is ended. */
@Entity
@Table(name = "pack_signer")
class PackSigner {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "name")
    private String name;
    @Column(name = "public_key")
    private String publicKey;
    @Column(name = "fingerprint")
    private String fingerprint;
    @Column(name = "added_by")
    private String addedBy;
    @Column(name = "added_at")
    private Instant addedAt;
    @Column(name = "ended_on")
    private LocalDate endedOn;
    @Column(name = "ended_by")
    private String endedBy;
    @Column(name = "ended_why")
    private String endedWhy;
    @Version
    @Column(name = "version")
    private int version;

    protected PackSigner() {
    }

    PackSigner(String name, PackSeal.Key key, String by, Instant at) {
        this.name = name;
        this.publicKey = key.base64();
        this.fingerprint = key.fingerprint();
        this.addedBy = by;
        this.addedAt = at;
    }

    Long id() {
        return id;
    }

    String name() {
        return name;
    }

    String publicKey() {
        return publicKey;
    }

    LocalDate endedOn() {
        return endedOn;
    }

    Ref ref() {
        return new Ref("PackSigner", id, name);
    }

    /** Refused with {@code pack_signer.ended} the second time. */
    void end(Integer seen, LocalDate on, String by, String why) {
        Conflict.unlessSame(ref(), seen, version);
        if (endedOn != null) {
            throw new Refused("pack_signer.ended", name, endedOn);
        }
        this.endedOn = on;
        this.endedBy = by;
        this.endedWhy = why;
    }
}
