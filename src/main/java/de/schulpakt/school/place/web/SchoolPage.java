package de.schulpakt.school.place.web;

import static de.schulpakt.identity.Permission.REQUEST_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.platform.web.Params;
import de.schulpakt.school.place.RoomKind;
import de.schulpakt.school.place.RoomQueries;
import de.schulpakt.school.place.SchoolQueries;
import de.schulpakt.school.place.Schools;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The hub of one school. */
@Named
@ViewScoped
public class SchoolPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient Schools schools;
    @Inject
    transient SchoolQueries queries;
    @Inject
    transient RoomQueries places;
    @Inject
    transient Guard guard;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long id;
    private SchoolQueries.View view;
    private List<SchoolQueries.BuildingOption> buildings;
    private Map<String, List<SchoolQueries.RoomOption>> rooms;
    private List<SchoolQueries.RoomOption> closed;
    private SchoolForm form;
    private String building;
    private Long buildingId;
    private String name;
    private String floor;
    private String kind;

    /** Reads the school, its buildings and rooms. */
    public void load() {
        act.show(() -> {
            id = Params.number(here.param("id"));
            view = queries.school(id == null ? -1 : id);
            form = new SchoolForm(view);
            buildings = queries.buildings(id);
            closed = places.closed(id);
            rooms = new LinkedHashMap<>();
            buildings.forEach(b -> rooms.put(b.name(), new ArrayList<>()));
            queries.rooms(id).forEach(r -> rooms.computeIfAbsent(r.building(), b -> new ArrayList<>()).add(r));
        });
    }

    /** Changes the facts of the school. */
    public String change() {
        return act.run(() -> schools.change(id, form.command(view.version())), "school.changed", again());
    }

    /** Adds a building. */
    public String addBuilding() {
        return act.run(() -> schools.addBuilding(id, new Schools.AddBuilding(building)), "school.building_added", again());
    }

    /** Adds a room to the chosen building. */
    public String addRoom() {
        return act.run(() -> schools.addRoom(new Schools.AddRoom(buildingId, name, floor, kind == null ? null : RoomKind.valueOf(kind))),
                "school.room_added", again());
    }

    private String again() {
        return "school?faces-redirect=true&id=" + id;
    }

    public boolean isRequesting() {
        return !isOther() && guard.may(REQUEST_EDIT, id);
    }

    /** True for a place that is no school. */
    public boolean isOther() {
        return view.place().other();
    }

    public RoomKind[] getKinds() {
        return RoomKind.values();
    }

    public Long getId() {
        return id;
    }

    public SchoolQueries.View getView() {
        return view;
    }

    public List<SchoolQueries.BuildingOption> getBuildings() {
        return buildings;
    }

    public Map<String, List<SchoolQueries.RoomOption>> getRooms() {
        return rooms;
    }

    /** The rooms that are not used any more. */
    public List<SchoolQueries.RoomOption> getClosed() {
        return closed;
    }

    public SchoolForm getForm() {
        return form;
    }

    public String getBuilding() {
        return building;
    }

    public void setBuilding(String building) {
        this.building = building;
    }

    public Long getBuildingId() {
        return buildingId;
    }

    public void setBuildingId(Long buildingId) {
        this.buildingId = buildingId;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getFloor() {
        return floor;
    }

    public void setFloor(String floor) {
        this.floor = floor;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }
}
