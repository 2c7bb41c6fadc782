package de.schulpakt.install.team;

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

/** Somebody who belongs to a team from a day to a day. */
@Entity
@Table(name = "team_member")
class TeamMember {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "team_id")
    private Long teamId;
    @Column(name = "technician_id")
    private Long technicianId;
    @Column(name = "from_on")
    private LocalDate fromOn;
    /** Null until further notice. */
    @Column(name = "to_on")
    private LocalDate toOn;
    @Version
    @Column(name = "version")
    private int version;

    protected TeamMember() {
    }

    TeamMember(Long teamId, Long technicianId, LocalDate fromOn, LocalDate toOn) {
        this.teamId = teamId;
        this.technicianId = technicianId;
        this.fromOn = fromOn;
        this.toOn = toOn;
    }

    void seen(Integer seen) {
        Conflict.unlessSame(new Ref("TeamMember", id, String.valueOf(id)), seen, version);
    }

    void belongs(LocalDate from, LocalDate to) {
        fromOn = from;
        toOn = to;
    }

    Long id() {
        return id;
    }

    Long teamId() {
        return teamId;
    }

    Long technicianId() {
        return technicianId;
    }
}
