package de.schulpakt.inventory.booking;

import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Devices of the pool that go out together. */
@Entity
@Table(name = "loan_set")
class LoanSet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "name")
    private String name;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "made_by")
    private String madeBy;
    @Column(name = "dissolved_at")
    private Instant dissolvedAt;
    @Column(name = "school_class")
    private String schoolClass;
    @Column(name = "responsible")
    private String responsible;

    protected LoanSet() {
    }

    LoanSet(Long schoolId, String name, Instant at, String by) {
        this.schoolId = schoolId;
        this.name = name.strip();
        this.madeAt = at;
        this.madeBy = by;
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

    /** It is called otherwise; answers how it was called. */
    String rename(String other) {
        String before = name;
        name = other.strip();
        return before;
    }

    void dissolve(Instant at) {
        dissolvedAt = at;
    }

    /** Refuses {@code pool.set_dissolved} what is to be done with one that is no more. */
    void mustStand() {
        if (dissolvedAt != null) {
            throw new Refused("pool.set_dissolved", name);
        }
    }

    String schoolClass() {
        return schoolClass;
    }

    String responsible() {
        return responsible;
    }

    /** It belongs to that class, and that person answers for it. */
    void of(String classOf, String person) {
        schoolClass = classOf;
        responsible = person;
    }

    Ref ref() {
        return new Ref("LoanSet", id, name).ofSchool(schoolId);
    }
}
