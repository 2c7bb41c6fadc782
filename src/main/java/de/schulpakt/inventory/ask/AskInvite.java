package de.schulpakt.inventory.ask;

import de.schulpakt.inventory.door.DoorCode;
import de.schulpakt.inventory.door.DoorKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** The address at which a school is asked for devices; secret and code are known to who was given them. */
@Entity
@Table(name = "loan_invite")
class AskInvite {
    private static final String KIND = "loan-invite";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "secret_hash")
    private String secretHash;
    @Embedded
    private DoorCode code;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "expires_on")
    private LocalDate expiresOn;
    @Column(name = "ended_at")
    private Instant endedAt;

    protected AskInvite() {
    }

    AskInvite(Long schoolId, String secret, String code, LocalDate expiresOn, Instant at, String by) {
        this.schoolId = schoolId;
        this.secretHash = found(secret);
        this.code = new DoorCode(DoorKey.hash(KIND, secret, code));
        this.expiresOn = expiresOn;
        this.madeAt = at;
        this.madeBy = by;
    }

    /** The hash by which it is found. */
    static String found(String secret) {
        return DoorKey.hash(KIND, secret);
    }

    /** True if the code opens it on that day; a wrong one is counted, and the last of them ends it. */
    boolean opens(String secret, String code, LocalDate today, Instant now) {
        if (endedAt != null || expiresOn.isBefore(today)) {
            return false;
        }
        boolean fits = this.code.fits(DoorKey.hash(KIND, secret, code));
        if (this.code.spent()) {
            endedAt = now;
        }
        return fits;
    }

    /** It opens nothing any longer. */
    void end(Instant now) {
        endedAt = endedAt == null ? now : endedAt;
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }
}
