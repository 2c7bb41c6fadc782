package de.schulpakt.install.network;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Ref;
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

/** What hangs on a wall, stands in a rack or is plugged. */
@Entity
@Table(name = "network_unit")
class NetworkUnit {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "school_id")
    private Long schoolId;
    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private UnitKind kind;
    @Column(name = "name")
    private String name;
    @Column(name = "parent_id")
    private Long parentId;
    @Column(name = "room_id")
    private Long roomId;
    @Column(name = "model_id")
    private Long modelId;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "place")
    private String place;
    @Column(name = "note")
    private String note;
    /** Room or parent in which its name is the only one, 0 for the school. */
    @Column(name = "within_id")
    private long withinId;
    /** Null: taken down. */
    @Column(name = "live")
    private Boolean live = true;
    @Version
    @Column(name = "version")
    private int version;

    protected NetworkUnit() {
    }

    NetworkUnit(Long schoolId, UnitKind kind, String name, Long parentId, Long roomId) {
        this.schoolId = schoolId;
        this.kind = kind;
        stands(name, parentId, roomId);
    }

    /** Its name and where it is. */
    final void stands(String called, Long parent, Long room) {
        name = Fold.text(called);
        parentId = parent;
        roomId = room;
        withinId = kind == UnitKind.SOCKET ? number(room) : kind == UnitKind.RACK || kind == UnitKind.PANEL ? number(parent) : 0;
    }

    private static long number(Long of) {
        return of == null ? 0 : of;
    }

    void says(String height, String words) {
        place = Fold.text(height);
        note = Fold.text(words);
    }

    /** A device plays its part from now on, null for none. */
    void played(Long device, Long model) {
        deviceId = device;
        modelId = model;
    }

    void takenDown() {
        live = null;
    }

    void seen(Integer by) {
        Conflict.unlessSame(ref(), by, version);
    }

    Ref ref() {
        return new Ref("NetworkUnit", id, name).ofSchool(schoolId);
    }

    Long id() {
        return id;
    }

    Long schoolId() {
        return schoolId;
    }

    UnitKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    Long parentId() {
        return parentId;
    }

    Long roomId() {
        return roomId;
    }

    Long deviceId() {
        return deviceId;
    }

    boolean live() {
        return Boolean.TRUE.equals(live);
    }
}
