package de.schulpakt.install.network.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A unit is written down; the school and what it stands in may stand in the address. */
@Named
@ViewScoped
public class UnitNewPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Networks networks;
    @Inject
    transient NetworkQueries queries;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long schoolId;
    private UnitKind kind = UnitKind.DISTRIBUTOR;
    private String name;
    private Long parentId;
    private Long roomId;
    private Long deviceId;
    private String ports;
    private String place;
    private String note;

    /** Who may, sees the form of the school that the address names. */
    public void load() {
        act.show(() -> {
            schoolId = Params.number(here.param("school"));
            if (schoolId == null) {
                throw new NotFound("School", "-");
            }
            guard.require(Permission.NETWORK_EDIT, schoolId);
            parentId = Params.number(here.param("parent"));
            UnitKind asked = Params.constant(UnitKind.class, here.param("kind"));
            kind = asked == null ? parentId == null ? UnitKind.DISTRIBUTOR : UnitKind.PANEL : asked;
        });
    }

    /** Writes it down. */
    public String add() {
        return act.run(() -> "unit?faces-redirect=true&id=" + networks.add(new Networks.Add(schoolId, kind, name, parentId, roomId, deviceId, ports, place, note)),
                "network.done.add");
    }

    public UnitKind[] getKinds() {
        return UnitKind.values();
    }

    /** What it can stand in. */
    public List<NetworkQueries.Offer> getHolders() {
        return queries.holders(schoolId);
    }

    public Long getSchoolId() {
        return schoolId;
    }

    public void setSchoolId(Long schoolId) {
        this.schoolId = schoolId;
    }

    public UnitKind getKind() {
        return kind;
    }

    public void setKind(UnitKind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Long getParentId() {
        return parentId;
    }

    public void setParentId(Long parentId) {
        this.parentId = parentId;
    }

    public Long getRoomId() {
        return roomId;
    }

    public void setRoomId(Long roomId) {
        this.roomId = roomId;
    }

    public Long getDeviceId() {
        return deviceId;
    }

    public void setDeviceId(Long deviceId) {
        this.deviceId = deviceId;
    }

    public String getPorts() {
        return ports;
    }

    public void setPorts(String ports) {
        this.ports = ports;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
