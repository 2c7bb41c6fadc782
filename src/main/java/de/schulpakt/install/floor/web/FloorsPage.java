package de.schulpakt.install.floor.web;

import de.schulpakt.install.floor.FloorPlans;
import de.schulpakt.install.floor.FloorQueries;
import de.schulpakt.platform.web.Act;
import de.schulpakt.platform.web.Here;
import de.schulpakt.school.place.SchoolQueries;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The floor plans of the school that the address names, and the search for what is drawn on them. */
@Named
@ViewScoped
public class FloorsPage implements Serializable {
    private static final long serialVersionUID = 1L;
    @Inject
    transient FloorQueries queries;
    @Inject
    transient FloorPlans plans;
    @Inject
    transient SchoolQueries schools;
    @Inject
    transient Here here;
    @Inject
    transient Act act;
    private Long school;
    private transient FloorQueries.Overview view;
    private transient List<SchoolQueries.BuildingOption> buildings;
    private transient String name;
    private Long buildingId;
    private String floor;

    /** Reads the plans. */
    public void load() {
        act.show(() -> {
            school = school == null ? Long.valueOf(-1) : school;
            getView();
            name = schools.school(school).name();
            buildings = schools.buildings(school);
        });
    }

    /** A floor gets a plan. */
    public String create() {
        String next = act.run(() -> "floor?faces-redirect=true&id=" + plans.create(new FloorPlans.Create(buildingId, floor)), "FloorAction.ADD_FLOOR.done");
        if (next == null) {
            load();
        }
        return next;
    }

    public FloorQueries.Overview getView() {
        if (view == null) {
            view = queries.school(school, here.param("q"));
        }
        return view;
    }

    public List<SchoolQueries.BuildingOption> getBuildings() {
        if (buildings == null) {
            buildings = schools.buildings(school);
        }
        return buildings;
    }

    public String getName() {
        return name;
    }

    public Long getSchool() {
        return school;
    }

    public void setSchool(Long school) {
        this.school = school;
    }

    public Long getBuildingId() {
        return buildingId;
    }

    public void setBuildingId(Long buildingId) {
        this.buildingId = buildingId;
    }

    public String getFloor() {
        return floor;
    }

    public void setFloor(String floor) {
        this.floor = floor;
    }
}
