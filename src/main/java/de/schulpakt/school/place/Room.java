package de.schulpakt.school.place;

import de.schulpakt.platform.text.Fold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A room of a building; it also knows the building's school, which never changes. */
@Entity
@Table(name = "room")
class Room {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "building_id")
    private Long buildingId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "name")
    private String name;
    /** The name with its numbers filled up, made by the database: after it names stand as people count, 1.2 before 1.10. */
    @Column(name = "name_key", insertable = false, updatable = false)
    private String nameKey;
    @Column(name = "floor")
    private String floor;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private RoomKind kind;
    @Version
    @Column(name = "version")
    private int version;

    protected Room() {
    }

    Room(Building building, String name, String floor, RoomKind kind) {
        this.buildingId = building.id();
        this.schoolId = building.schoolId();
        this.name = Fold.text(name);
        this.floor = Fold.text(floor);
        this.kind = kind;
    }

    Long id() {
        return id;
    }
}
