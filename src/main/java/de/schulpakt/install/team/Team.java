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

/** Some of the technicians of an authority. */
@Entity
@Table(name = "work_team")
class Team {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "authority_id")
    private Long authorityId;
    @Column(name = "name")
    private String name;
    @Column(name = "lead_id")
    private Long leadId;
    @Column(name = "ended")
    private boolean ended;
    @Version
    @Column(name = "version")
    private int version;

    protected Team() {
    }

    Team(Long authorityId, String name) {
        this.authorityId = authorityId;
        this.name = name.strip();
    }

    void rename(Integer seen, String other) {
        Conflict.unlessSame(ref(), seen, version);
        name = other.strip();
    }

    /** That member leads it; null for nobody. */
    void lead(Integer seen, Long member) {
        Conflict.unlessSame(ref(), seen, version);
        leadId = member;
    }

    void end(Integer seen, boolean over) {
        Conflict.unlessSame(ref(), seen, version);
        ended = over;
    }

    boolean ended() {
        return ended;
    }

    String name() {
        return name;
    }

    Ref ref() {
        return new Ref("Team", id, name).ofAuthority(authorityId);
    }

    Long id() {
        return id;
    }

    Long authorityId() {
        return authorityId;
    }
}
