package de.schulpakt.install.floor;

import de.schulpakt.platform.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Where one thing is on a plan, in per mille of its picture. */
@Entity
@Table(name = "floor_mark")
class FloorMark {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "plan_id")
    private Long planId;
    @Column(name = "unit_id")
    private Long unitId;
    @Column(name = "port_id")
    private Long portId;
    @Column(name = "device_id")
    private Long deviceId;
    @Column(name = "x")
    private int x;
    @Column(name = "y")
    private int y;
    @Version
    @Column(name = "version")
    private int version;

    protected FloorMark() {
    }

    FloorMark(Long planId, FloorPlans.Place what) {
        this.planId = planId;
        unitId = what.unitId();
        portId = what.portId();
        deviceId = what.deviceId();
        x = what.x();
        y = what.y();
    }

    /** False if it is there already. */
    boolean moved(int toX, int toY) {
        boolean moves = x != toX || y != toY;
        x = toX;
        y = toY;
        return moves;
    }

    /** Another device is in the place of the one that was drawn. */
    void shows(Long device) {
        deviceId = device;
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    void seen(Integer by, FloorPlan plan) {
        Conflict.unlessSame(plan.ref(), by, version);
    }

    Long id() {
        return id;
    }

    Long planId() {
        return planId;
    }

    Long unitId() {
        return unitId;
    }

    Long portId() {
        return portId;
    }

    Long deviceId() {
        return deviceId;
    }
}
