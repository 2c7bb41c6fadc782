package de.schulpakt.school.place.web;

import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Form;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.RoomKind;
import de.schulpakt.school.place.RoomQueries;
import de.schulpakt.school.place.Rooms;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The hub of one room. */
@Named
@ViewScoped
public class RoomPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Rooms rooms;
    @Inject
    transient RoomQueries queries;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private RoomQueries.View view;
    private List<SchoolQueries.BuildingOption> buildings;
    private final Form form = new Form();

    /** Reads the room that the address names. */
    public void load() {
        act.show(() -> {
            id = Params.number(here.param("id"));
            view = queries.view(id == null ? -1 : id);
            buildings = schools.buildings(view.schoolId());
            form.put("name", view.name());
            form.put("floor", view.floor());
            form.put("kind", view.kind().name());
            form.put("building", view.buildingId());
        });
    }

    /** Changes its facts. */
    public String change() {
        return act.run(() -> rooms.change(id, new Rooms.Change(view.version(), form.number("building"), form.text("name"), form.text("floor"), form.choice(RoomKind.class, "kind"))), "room.changed", again());
    }

    /** Closes it. */
    public String close() {
        return act.run(() -> rooms.close(id, new Rooms.Step(view.version(), form.text("reason"))), "room.is_closed", again());
    }

    /** Opens it again. */
    public String reopen() {
        return act.run(() -> rooms.reopen(id, new Rooms.Step(view.version(), form.text("reason"))), "room.is_open", again());
    }

    private String again() {
        return "room?faces-redirect=true&id=" + id;
    }

    public Long getId() {
        return id;
    }

    public RoomQueries.View getView() {
        return view;
    }

    public List<SchoolQueries.BuildingOption> getBuildings() {
        return buildings;
    }

    public RoomKind[] getKinds() {
        return RoomKind.values();
    }

    public Form getForm() {
        return form;
    }
}
