package de.schulpakt.install.network.web;

import de.schulpakt.install.network.Face;
import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.ticket.CableClass;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
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
    private transient List<NetworkQueries.Offer> holders;
    private transient List<NetworkQueries.Vlan> vlans;
    private final Form form = new Form();
    private Face face = Face.FRONT;
    private Face otherFace = Face.FRONT;
    private BigDecimal lengthM;

    /** Reads the unit and, if the address names one, its port. */
    public void load() {
        act.show(() -> {
            Long asked = Params.number(here.param("id"));
            id = asked == null ? Long.valueOf(-1) : asked;
            portId = Params.number(here.param("port"));
            NetworkQueries.Unit unit = getView().unit();
            form.put("name", unit.name());
            form.put("parentId", unit.parentId());
            form.put("roomId", unit.roomId());
            form.put("place", unit.place());
            form.put("note", unit.note());
            form.put("deviceId", unit.deviceId());
            NetworkQueries.Port port = getPort();
            if (port != null) {
                form.put("vlanId", port.vlanId());
                form.put("leadsUp", Boolean.TRUE.equals(port.leadsUp()));
                form.put("closed", Boolean.TRUE.equals(port.closed()));
                form.put("portNote", port.note());
                form.put("portName", port.name());
                face = port.front() == null ? Face.FRONT : Face.REAR;
            }
        });
    }

    /** Another name, place or note. */
    public String change() {
        return run(() -> networks.change(id, new Networks.Change(version(), form.text("name"), form.number("parentId"), form.number("roomId"), form.text("place"),
                form.text("note"), reason())), "network.done.change");
    }

    /** It was taken down. */
    public String remove() {
        return run(() -> networks.remove(id, new Networks.Remove(version(), reason())), "network.done.remove");
    }

    /** More ports. */
    public String addPorts() {
        return run(() -> networks.addPorts(id, new Networks.AddPorts(version(), form.text("ports"))), "network.done.ports");
    }

    /** Another device, or none. */
    public String swap() {
        return run(() -> networks.swap(id, new Networks.Swap(version(), form.number("deviceId"), reason())), "network.done.swap");
    }

    /** Name, VLAN, direction, state of the port. */
    public String setPort() {
        return run(() -> networks.setPort(portId, new Networks.SetPort(getPort().version(), form.text("portName"), form.number("vlanId"), form.ticked("leadsUp"),
                form.ticked("closed"), form.text("portNote"), reason())), "network.done.port");
    }

    /** The port was written down by mistake. */
    public String removePort() {
        return run(() -> networks.removePort(portId, new Networks.Remove(getPort().version(), reason())), "network.done.port_gone");
    }

    /** Plugs a cable into the port. */
    public String plug() {
        return run(() -> networks.plug(new Networks.Plug(portId, face, form.number("otherPortId"), otherFace, form.choice(CableClass.class, "cableClass"), lengthM,
                form.text("label"), reason())), "network.done.plug");
    }

    /** Unplugs the cable in the front. */
    public String unplugFront() {
        return run(() -> networks.unplug(getPort().front().cableId(), new Networks.Remove(getPort().front().version(), reason())), "network.done.unplug");
    }

    /** Unplugs the cable in the rear. */
    public String unplugRear() {
        return run(() -> networks.unplug(getPort().rear().cableId(), new Networks.Remove(getPort().rear().version(), reason())), "network.done.unplug");
    }

    private String run(Runnable step, String done) {
        String to = act.run(step, done, "unit?faces-redirect=true&id=" + id + (getPort() == null ? "" : "&port=" + portId));
        view = null;
        holders = null;
        vlans = null;
        return to;
    }

    private String reason() {
        return form.text("reason");
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
        if (holders == null) {
            holders = queries.holders(getView().unit().schoolId()).stream().filter(h -> !h.id().equals(id)).toList();
        }
        return holders;
    }

    /** VLANs of the school. */
    public List<NetworkQueries.Vlan> getVlans() {
        if (vlans == null) {
            vlans = queries.vlans(getView().unit().schoolId());
        }
        return vlans;
    }

    public Form getForm() {
        return form;
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

    public BigDecimal getLengthM() {
        return lengthM;
    }

    public void setLengthM(BigDecimal lengthM) {
        this.lengthM = lengthM;
    }
}
