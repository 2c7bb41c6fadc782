package de.schulpakt.school.place;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.text.Fold;
import de.schulpakt.platform.text.Sentence;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

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
    @Column(name = "closed_on")
    private LocalDate closedOn;
    /** Since when its place is not looked after any more; kept by who gives a place up and takes it up again. */
    @Column(name = "left_on")
    private LocalDate leftOn;
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

    /** Other facts, at the same school; who saw another version gets a conflict. */
    void change(Rooms.Change cmd, Building building) {
        Conflict.unlessSame(ref(), cmd.version(), version);
        this.buildingId = building.id();
        this.name = Fold.text(cmd.name());
        this.floor = Fold.text(cmd.floor());
        this.kind = cmd.kind();
    }

    /** It is not used any more; refuses {@code room.closed} if it is not already. */
    void close(Integer seen, LocalDate today) {
        Conflict.unlessSame(ref(), seen, version);
        if (closedOn != null) {
            throw new Refused("room.closed", name);
        }
        closedOn = today;
    }

    /** It is used again; refuses {@code room.open} if it is. */
    void reopen(Integer seen) {
        Conflict.unlessSame(ref(), seen, version);
        if (closedOn == null) {
            throw new Refused("room.open", name);
        }
        closedOn = null;
    }

    Ref ref() {
        return new Ref("Room", id, name).ofSchool(schoolId);
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

    /** The floor, or that it is not known, for the history. */
    Object floorSaid() {
        return floor == null ? Sentence.of("said.no_floor") : floor;
    }
}
