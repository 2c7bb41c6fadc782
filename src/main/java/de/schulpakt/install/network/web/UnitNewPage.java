package de.schulpakt.install.network.web;

import de.schulpakt.identity.Guard;
import de.schulpakt.identity.Permission;
import de.schulpakt.install.network.NetworkQueries;
import de.schulpakt.install.network.Networks;
import de.schulpakt.install.network.UnitKind;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
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
    private transient List<NetworkQueries.Offer> holders;
    private final Form form = new Form();

    /** Who may, sees the form of the school that the address names. */
    public void load() {
        act.show(() -> {
            schoolId = Params.number(here.param("school"));
            if (schoolId == null) {
                throw new NotFound("School", "-");
            }
            guard.require(Permission.NETWORK_EDIT, schoolId);
            Long parent = Params.number(here.param("parent"));
            form.put("parentId", parent);
            UnitKind asked = Params.constant(UnitKind.class, here.param("kind"));
            kind = asked == null ? parent == null ? UnitKind.DISTRIBUTOR : UnitKind.PANEL : asked;
        });
    }

    /** Writes it down. */
    public String add() {
        return act.run(() -> "unit?faces-redirect=true&id=" + networks.add(new Networks.Add(schoolId, kind, form.text("name"),
                form.number("parentId"), form.number("roomId"), form.number("deviceId"), form.text("ports"), form.text("place"), form.text("note"))),
                "network.done.add");
    }

    public UnitKind[] getKinds() {
        return UnitKind.values();
    }

    /** What it can stand in. */
    public List<NetworkQueries.Offer> getHolders() {
        if (holders == null) {
            holders = queries.holders(schoolId);
        }
        return holders;
    }

    public Long getSchoolId() {
        return schoolId;
    }

    public UnitKind getKind() {
        return kind;
    }

    public void setKind(UnitKind kind) {
        this.kind = kind;
    }

    public Form getForm() {
        return form;
    }
}
