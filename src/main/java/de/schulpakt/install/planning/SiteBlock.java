package de.schulpakt.install.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Days on which nobody comes to a school. */
@Entity
@Table(name = "site_block")
class SiteBlock {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private BlockKind kind;
    @Column(name = "from_on")
    private LocalDate fromOn;
    @Column(name = "to_on")
    private LocalDate toOn;

    protected SiteBlock() {
    }

    SiteBlock(Long schoolId, SiteTimes.Block cmd) {
        this.schoolId = schoolId;
        kind = cmd.kind();
        fromOn = cmd.fromOn();
        toOn = cmd.toOn();
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }

    BlockKind kind() {
        return kind;
    }

    LocalDate fromOn() {
        return fromOn;
    }

    LocalDate toOn() {
        return toOn;
    }
}
