package de.schulpakt.install.floor;

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

/** A floor of a building, of which there is a picture. */
@Entity
@Table(name = "floor_plan")
class FloorPlan {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "building_id")
    private Long buildingId;
    @Column(name = "floor")
    private String floor;
    @Version
    @Column(name = "version")
    private int version;

    protected FloorPlan() {
    }

    FloorPlan(Long schoolId, Long buildingId, String floor) {
        this.schoolId = schoolId;
        this.buildingId = buildingId;
        this.floor = Fold.text(floor);
    }

    void seen(Integer by) {
        Conflict.unlessSame(ref(), by, version);
    }

    Ref ref() {
        return new Ref("FloorPlan", id, floor).ofSchool(schoolId);
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }

    Long buildingId() {
        return buildingId;
    }
}
