package de.schulpakt.school.place;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.text.Fold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A building of a school. */
@Entity
@Table(name = "building")
class Building {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "name")
    private String name;
    /** The name with its numbers filled up, made by the database: after it names stand as people count, 1.2 before 1.10. */
    @Column(name = "name_key", insertable = false, updatable = false)
    private String nameKey;
    @Version
    @Column(name = "version")
    private int version;

    protected Building() {
    }

    Building(Long schoolId, String name) {
        this.schoolId = schoolId;
        this.name = Fold.text(name);
    }

    /** Another name; who saw another version gets a conflict. */
    void rename(Integer seen, String to) {
        Conflict.unlessSame(ref(), seen, version);
        name = to;
    }

    Ref ref() {
        return new Ref("Building", id, name).ofSchool(schoolId);
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }

    String name() {
        return name;
    }
}
