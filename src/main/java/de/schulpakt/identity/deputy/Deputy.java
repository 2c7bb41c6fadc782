package de.schulpakt.identity.deputy;

import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** That somebody acts for somebody else from one day to another. */
@Entity
@Table(name = "deputy")
class Deputy {
    private static final int LONGEST_NO = 40;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "user_id")
    private long userId;
    @Column(name = "deputy_id")
    private long deputyId;
    @Column(name = "from_on")
    private LocalDate fromOn;
    @Column(name = "to_on")
    private LocalDate toOn;
    @Column(name = "note")
    private String note;
    @Column(name = "waits")
    private boolean waits;
    @Column(name = "named_at")
    private Instant namedAt;
    @Column(name = "named_by")
    private Long namedBy;
    @Column(name = "confirmed_by")
    private Long confirmedBy;
    @Column(name = "confirmed_at")
    private Instant confirmedAt;
    @Column(name = "ended_by")
    private Long endedBy;
    @Column(name = "ended_at")
    private Instant endedAt;

    protected Deputy() {
    }

    Deputy(long userId, long deputyId, LocalDate fromOn, LocalDate toOn, String note, boolean waits, Long namedBy, Instant now) {
        this.userId = userId;
        this.deputyId = deputyId;
        this.fromOn = fromOn;
        this.toOn = toOn;
        this.note = note;
        this.waits = waits;
        this.namedAt = now;
        this.namedBy = namedBy;
    }

    Long id() {
        return id;
    }

    long userId() {
        return userId;
    }

    long deputyId() {
        return deputyId;
    }

    LocalDate fromOn() {
        return fromOn;
    }

    LocalDate toOn() {
        return toOn;
    }

    boolean waits() {
        return waits;
    }

    /** False once it was ended or its last day is past. */
    boolean open(LocalDate today) {
        return endedAt == null && !toOn.isBefore(today);
    }

    boolean concerns(Long person) {
        return person != null && (person == userId || person == deputyId);
    }

    /** True for the administrator who named it for somebody else. */
    boolean namedBy(Long person) {
        return namedBy != null && namedBy.equals(person);
    }

    void confirm(Long by, Instant now) {
        waits = false;
        confirmedBy = by;
        confirmedAt = now;
    }

    void end(Long by, Instant now) {
        endedBy = by;
        endedAt = now;
    }

    /** What people are told of, by the name of one of the two. */
    Ref ref(String name) {
        return new Ref("Deputy", id, name.substring(0, Math.min(LONGEST_NO, name.length()))).ofNobody();
    }
}
