package de.schulpakt.install.network.web;

import de.schulpakt.install.network.NetworkPlans;
import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UplinkTechnology;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;

/** The network of the school that the address names: distributors, uplinks, VLANs. */
@Named
@ViewScoped
public class NetworkPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient NetworkPlans plans;
    @Inject
    transient NetworkQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private Long buildingId;
    private Long vlanId;
    private transient NetworkQueries.Overview view;
    private transient SchoolQueries.View school;
    private UplinkTechnology technology = UplinkTechnology.FIBRE;
    private Integer downMbit;
    private Integer upMbit;
    private String provider;
    private LocalDate fibreOn;
    private String note;
    private Long portId;
    private String reason;
    private Integer number;
    private String name;
    private String addresses;

    /** Reads the network; an address may name the building or VLAN that is to be changed. */
    public void load() {
        act.show(() -> {
            Long asked = Params.number(here.param("school"));
            id = asked == null ? Long.valueOf(-1) : asked;
            buildingId = Params.number(here.param("building"));
            vlanId = Params.number(here.param("vlan"));
            NetworkQueries.Uplink uplink = getUplink();
            getSchool();
            if (uplink != null && uplink.id() != null) {
                technology = uplink.technology();
                downMbit = uplink.downMbit();
                upMbit = uplink.upMbit();
                provider = uplink.provider();
                fibreOn = uplink.fibreOn();
                note = uplink.note();
                portId = uplink.portId();
            }
            if (getVlan() != null) {
                name = getVlan().name();
                addresses = getVlan().addresses();
            }
        });
    }

    /** Keeps the uplink. */
    public String saveUplink() {
        return run(() -> plans.setUplink(new NetworkPlans.SetUplink(buildingId, getUplink().version(), technology, downMbit, upMbit, provider, fibreOn, note,
                portId, reason)), "network.done.uplink");
    }

    /** Writes a VLAN down. */
    public String addVlan() {
        return run(() -> plans.addVlan(new NetworkPlans.AddVlan(id, number, name, addresses)), "network.done.vlan");
    }

    /** Another name or range of a VLAN. */
    public String changeVlan() {
        return run(() -> plans.changeVlan(vlanId, new NetworkPlans.ChangeVlan(getVlan().version(), name, addresses, reason)), "network.done.vlan");
    }

    /** A VLAN is no more. */
    public String removeVlan() {
        return run(() -> plans.removeVlan(vlanId, new Networks.Remove(getVlan().version(), reason)), "network.done.vlan_gone");
    }

    private String run(Runnable step, String done) {
        String to = act.run(step, done, "network?faces-redirect=true&school=" + id);
        view = null;
        return to;
    }

    public NetworkQueries.Overview getView() {
        if (view == null) {
            view = queries.overview(id);
        }
        return view;
    }

    public SchoolQueries.View getSchool() {
        if (school == null) {
            school = schools.school(id);
        }
        return school;
    }

    /** The building whose uplink is to be changed, null for none. */
    public NetworkQueries.Uplink getUplink() {
        return getView().uplinks().stream().filter(u -> u.buildingId().equals(buildingId)).findFirst().orElse(null);
    }

    /** The VLAN that is to be changed, null for none. */
    public NetworkQueries.Vlan getVlan() {
        return getView().vlans().stream().filter(v -> v.id().equals(vlanId)).findFirst().orElse(null);
    }

    public UplinkTechnology[] getTechnologies() {
        return UplinkTechnology.values();
    }

    public UplinkTechnology getTechnology() {
        return technology;
    }

    public void setTechnology(UplinkTechnology technology) {
        this.technology = technology;
    }

    public Integer getDownMbit() {
        return downMbit;
    }

    public void setDownMbit(Integer downMbit) {
        this.downMbit = downMbit;
    }

    public Integer getUpMbit() {
        return upMbit;
    }

    public void setUpMbit(Integer upMbit) {
        this.upMbit = upMbit;
    }

    public String getProvider() {
        return provider;
    }

    public void setProvider(String provider) {
        this.provider = provider;
    }

    public LocalDate getFibreOn() {
        return fibreOn;
    }

    public void setFibreOn(LocalDate fibreOn) {
        this.fibreOn = fibreOn;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public Long getPortId() {
        return portId;
    }

    public void setPortId(Long portId) {
        this.portId = portId;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public Integer getNumber() {
        return number;
    }

    public void setNumber(Integer number) {
        this.number = number;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getAddresses() {
        return addresses;
    }

    public void setAddresses(String addresses) {
        this.addresses = addresses;
    }
}
