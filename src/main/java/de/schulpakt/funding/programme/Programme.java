package de.schulpakt.funding.programme;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
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

    void unlessChangedSince(Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
    }
}
