package de.schulpakt.install.network;

import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.text.Fold;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A port of a unit; it also knows the unit's school, which never changes. */
@Entity
@Table(name = "network_port")
class NetworkPort {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "unit_id")
    private Long unitId;
    @Column(name = "school_id")
    private Long schoolId;
    @Column(name = "place")
    private int place;
    @Column(name = "name")
    private String name;
    @Column(name = "vlan_id")
    private Long vlanId;
    @Column(name = "leads_up")
    private boolean leadsUp;
    @Column(name = "closed")
    private boolean closed;
    @Column(name = "note")
    private String note;
    @Version
    @Column(name = "version")
    private int version;

    protected NetworkPort() {
    }

    NetworkPort(NetworkUnit unit, int place, String name, boolean leadsUp) {
        this.unitId = unit.id();
        this.schoolId = unit.schoolId();
        this.place = place;
        this.name = Fold.text(name);
        this.leadsUp = leadsUp;
    }

    void set(Long vlan, boolean up, boolean off, String words) {
        vlanId = vlan;
        leadsUp = up;
        closed = off;
        note = Fold.text(words);
    }

    void called(String typed) {
        name = Fold.text(typed);
    }

    void seen(NetworkUnit unit, Integer by) {
        Conflict.unlessSame(unit.ref(), by, version);
    }

    Long id() {
        return id;
    }

    Long unitId() {
        return unitId;
    }

    Long schoolId() {
        return schoolId;
    }

    String name() {
        return name;
    }

    int place() {
        return place;
    }
}
