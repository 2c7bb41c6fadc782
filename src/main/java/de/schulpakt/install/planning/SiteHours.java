package de.schulpakt.install.planning;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalTime;

/** Within which hours of a day somebody is at a school who opens. */
@Entity
@Table(name = "site_hours")
class SiteHours {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "opens")
    private LocalTime opens;
    @Column(name = "closes")
    private LocalTime closes;
    @Version
    @Column(name = "version")
    private int version;

    protected SiteHours() {
    }

    SiteHours(Long schoolId) {
        this.schoolId = schoolId;
    }

    /** Of one that is not kept yet nobody has seen a version. */
    void seen(Integer by) {
        if (id != null) {
            Conflict.unlessSame(new Ref("SiteHours", id, String.valueOf(id)).ofSchool(schoolId), by, version);
        }
    }

    void set(LocalTime from, LocalTime to) {
        opens = from;
        closes = to;
    }

    boolean kept() {
        return id != null;
    }
}
