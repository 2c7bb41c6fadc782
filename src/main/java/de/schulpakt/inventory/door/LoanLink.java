package de.schulpakt.inventory.door;

import de.schulpakt.platform.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** The personal address for one sheet; secret and code are known to who was given them, and to nobody else. */
@Entity
@Table(name = "loan_link")
class LoanLink {
    private static final String KIND = "loan-link";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "sheet_id")
    private Long sheetId;
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
    /** Of a link that letters carry, see {@link LetterKey}; null for one that somebody has made. */
    @Column(name = "seed")
    private String seed;

    protected LoanLink() {
    }

    LoanLink(Long schoolId, Long sheetId, String secret, String code, LocalDate expiresOn, Instant at, String by) {
        this.schoolId = schoolId;
        this.sheetId = sheetId;
        this.secretHash = found(secret);
        this.code = new DoorCode(codeHash(secret, code));
        this.expiresOn = expiresOn;
        this.madeAt = at;
        this.madeBy = by;
    }

    /** One that letters carry. */
    LoanLink(Long schoolId, Long sheetId, LetterKey.Made key, LocalDate expiresOn, Instant at, String by) {
        this(schoolId, sheetId, key.secret(), key.code(), expiresOn, at, by);
        this.seed = key.seed();
    }

    String seed() {
        return seed;
    }

    /** True if it has this secret and is good on that day. */
    boolean holds(String secret, LocalDate day) {
        return secretHash.equals(found(secret)) && !expiresOn.isBefore(day);
    }

    /** As it was made for links since they are. */
    private static String codeHash(String secret, String code) {
        return Sha256.hex("loan-code:" + secret + ":" + code.replaceAll("\\D", ""));
    }

    /** The hash by which it is found. */
    static String found(String secret) {
        return DoorKey.hash(KIND, secret);
    }

    /** True if the code opens it on that day; a wrong one is counted, and the last of them ends the link. */
    boolean opens(String secret, String code, LocalDate today, Instant now) {
        if (endedAt != null || expiresOn.isBefore(today)) {
            return false;
        }
        boolean fits = this.code.fits(codeHash(secret, code));
        if (this.code.spent()) {
            endedAt = now;
        }
        return fits;
    }

    /** It opens nothing any longer. */
    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }

    Long sheetId() {
        return sheetId;
    }
}
