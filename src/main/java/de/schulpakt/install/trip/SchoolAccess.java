package de.schulpakt.install.trip;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** How one gets into a school. */
@Entity
@Table(name = "school_access")
class SchoolAccess {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "key_words")
    private String keyWords;
    @Column(name = "hours")
    private String hours;
    @Version
    @Column(name = "version")
    private int version;

    protected SchoolAccess() {
    }

    SchoolAccess(Long schoolId) {
        this.schoolId = schoolId;
    }

    void change(Integer seen, String keys, String when) {
        if (id != null) {
            Conflict.unlessSame(new Ref("SchoolAccess", id, String.valueOf(id)).ofSchool(schoolId), seen, version);
        }
        keyWords = keys;
        hours = when;
    }
}
