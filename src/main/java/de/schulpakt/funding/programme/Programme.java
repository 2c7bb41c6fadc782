package de.schulpakt.funding.programme;

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

/** A funding programme; what it demands stands in its rules. */
@Entity
@Table(name = "programme")
class Programme {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "code")
    private String code;
    @Column(name = "name")
    private String name;
    @Column(name = "starts_on")
    private LocalDate startsOn;
    @Column(name = "ends_on")
    private LocalDate endsOn;
    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;
    @Column(name = "withdrawal_reason")
    private String withdrawalReason;
    @Version
    @Column(name = "version")
    private int version;

    protected Programme() {
    }

    Programme(String code, String name, LocalDate startsOn, LocalDate endsOn) {
        this.code = code;
        this.name = name;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
    }

    Long id() {
        return id;
    }

    Ref ref() {
        return new Ref("Programme", id, code);
    }

    LocalDate startsOn() {
        return startsOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    String name() {
        return name;
    }

    void change(Programmes.Change cmd) {
        code = cmd.code().strip();
        name = cmd.name().strip();
        startsOn = cmd.startsOn();
        endsOn = cmd.endsOn();
    }

    void withdraw(String reason, Instant at) {
        withdrawnAt = at;
        withdrawalReason = reason.strip();
    }

    /** Refuses {@code programme.withdrawn} what relies on one that is there no longer. */
    void mustStand() {
        if (withdrawnAt != null) {
            throw new Refused("programme.withdrawn", code, withdrawalReason);
        }
    }

    void unlessChangedSince(Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
    }
}
