package de.schulpakt.install.network.web;

import de.schulpakt.install.network.Face;
import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** One unit of the network record: its ports, what is plugged, and what may be done. */
@Named
@ViewScoped
public class UnitPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Networks networks;
    @Inject
    transient NetworkQueries queries;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Long portId;
    private transient NetworkQueries.View view;
    private String name;
    private Long parentId;
    private Long roomId;
    private String place;
    private String note;
    private String reason;
    private String ports;
    private Long deviceId;
    private Long vlanId;
    private boolean leadsUp;
    private boolean closed;
    private String portNote;
    private String portName;
    private Long otherPortId;
    private Face face = Face.FRONT;
    private Face otherFace = Face.FRONT;
    private CableClass cableClass;
    private BigDecimal lengthM;
    private String label;

    /** Reads the unit and, if the address names one, its port. */
    public void load() {
        act.show(() -> {
            Long asked = Params.number(here.param("id"));
            id = asked == null ? Long.valueOf(-1) : asked;
            portId = Params.number(here.param("port"));
            NetworkQueries.Unit unit = getView().unit();
            name = unit.name();
            parentId = unit.parentId();
            roomId = unit.roomId();
            place = unit.place();
            note = unit.note();
            deviceId = unit.deviceId();
            NetworkQueries.Port port = getPort();
            if (port != null) {
                vlanId = port.vlanId();
                leadsUp = Boolean.TRUE.equals(port.leadsUp());
                closed = Boolean.TRUE.equals(port.closed());
                portNote = port.note();
                portName = port.name();
                face = port.front() == null ? Face.FRONT : Face.REAR;
            }
        });
    }

    /** Another name, place or note. */
    public String change() {
        return run(() -> networks.change(id, new Networks.Change(version(), name, parentId, roomId, place, note, reason)), "network.done.change");
    }

    /** It was taken down. */
    public String remove() {
        return run(() -> networks.remove(id, new Networks.Remove(version(), reason)), "network.done.remove");
    }

    /** More ports. */
    public String addPorts() {
        return run(() -> networks.addPorts(id, new Networks.AddPorts(version(), ports)), "network.done.ports");
    }

    /** Another device, or none. */
    public String swap() {
        return run(() -> networks.swap(id, new Networks.Swap(version(), deviceId, reason)), "network.done.swap");
    }

    /** Name, VLAN, direction, state of the port. */
    public String setPort() {
        return run(() -> networks.setPort(portId, new Networks.SetPort(getPort().version(), portName, vlanId, leadsUp, closed, portNote, reason)), "network.done.port");
    }

    /** The port was written down by mistake. */
    public String removePort() {
        return run(() -> networks.removePort(portId, new Networks.Remove(getPort().version(), reason)), "network.done.port_gone");
    }

    /** Plugs a cable into the port. */
    public String plug() {
        return run(() -> networks.plug(new Networks.Plug(portId, face, otherPortId, otherFace, cableClass, lengthM, label, reason)), "network.done.plug");
    }

    /** Unplugs the cable in the front. */
    public String unplugFront() {
        return run(() -> networks.unplug(getPort().front().cableId(), new Networks.Remove(getPort().front().version(), reason)), "network.done.unplug");
    }

    /** Unplugs the cable in the rear. */
    public String unplugRear() {
        return run(() -> networks.unplug(getPort().rear().cableId(), new Networks.Remove(getPort().rear().version(), reason)), "network.done.unplug");
    }

    private String run(Runnable step, String done) {
        String to = act.run(step, done, "unit?faces-redirect=true&id=" + id + (getPort() == null ? "" : "&port=" + portId));
        view = null;
        return to;
    }

    private Integer version() {
        return getView().unit().version();
    }

    public NetworkQueries.View getView() {
        if (view == null) {
            view = queries.unit(id);
        }
        return view;
    }

    /** The port that the address names, null if it is none of this unit. */
    public NetworkQueries.Port getPort() {
        return getView().ports().stream().filter(p -> p.id().equals(portId)).findFirst().orElse(null);
    }

    /** True if something may be done here. */
    public boolean isEditing() {
        return getView().editable() && Boolean.TRUE.equals(getView().unit().live());
    }

    /** True if a face of the port is free. */
    public boolean isPluggable() {
        return isEditing() && getPort() != null && (getPort().front() == null || getView().unit().kind().passive() && getPort().rear() == null);
    }

    public Face[] getFaces() {
        return Face.values();
    }

    public CableClass[] getClasses() {
        return CableClass.values();
    }

    /** What it can stand in. */
    public List<NetworkQueries.Offer> getHolders() {
        return queries.holders(getView().unit().schoolId()).stream().filter(h -> !h.id().equals(id)).toList();
    }

    /** VLANs of the school. */
    public List<NetworkQueries.Vlan> getVlans() {
        return queries.vlans(getView().unit().schoolId());
    }

    public Long getPortId() {
        return portId;
    }

    public void setPortId(Long portId) {
        this.portId = portId;
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

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getPorts() {
        return ports;
    }

    public void setPorts(String ports) {
        this.ports = ports;
    }

    public Long getDeviceId() {
        return deviceId;
    }

    public void setDeviceId(Long deviceId) {
        this.deviceId = deviceId;
    }

    public Long getVlanId() {
        return vlanId;
    }

    public void setVlanId(Long vlanId) {
        this.vlanId = vlanId;
    }

    public boolean isLeadsUp() {
        return leadsUp;
    }

    public void setLeadsUp(boolean leadsUp) {
        this.leadsUp = leadsUp;
    }

    public boolean isClosed() {
        return closed;
    }

    public void setClosed(boolean closed) {
        this.closed = closed;
    }

    public String getPortNote() {
        return portNote;
    }

    public void setPortNote(String portNote) {
        this.portNote = portNote;
    }

    public String getPortName() {
        return portName;
    }

    public void setPortName(String portName) {
        this.portName = portName;
    }

    public Long getOtherPortId() {
        return otherPortId;
    }

    public void setOtherPortId(Long otherPortId) {
        this.otherPortId = otherPortId;
    }

    public Face getFace() {
        return face;
    }

    public void setFace(Face face) {
        this.face = face;
    }

    public Face getOtherFace() {
        return otherFace;
    }

    public void setOtherFace(Face otherFace) {
        this.otherFace = otherFace;
    }

    public CableClass getCableClass() {
        return cableClass;
    }

    public void setCableClass(CableClass cableClass) {
        this.cableClass = cableClass;
    }

    public BigDecimal getLengthM() {
        return lengthM;
    }

    public void setLengthM(BigDecimal lengthM) {
        this.lengthM = lengthM;
    }

    public String getLabel() {
        return label;
    }

    public void setLabel(String label) {
        this.label = label;
    }
}
