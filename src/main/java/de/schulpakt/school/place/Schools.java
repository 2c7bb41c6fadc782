package de.schulpakt.school.place;

import de.schulpakt.platform.Fold;
import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.History;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.UseCases;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;

/** Authorities, schools, buildings and rooms. */
@UseCases
public class Schools {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    /**
     * Creates a school authority. The database refuses a second one of the same name: {@code authority_name_once}.
     *
     * @return id of the authority
     */
    public Long createAuthority(@Valid CreateAuthority cmd) {
        guard.requireEverywhere(SCHOOL_EDIT);
        Authority authority = new Authority(cmd.name());
        em.persist(authority);
        em.flush();
        history.record(new Ref("Authority", authority.id(), cmd.name()), SchoolAction.CREATE, null);
        return authority.id();
    }

    /**
     * Creates a school. The database refuses a second one with the same official number in the same federal state:
     * {@code school_official_no_once}.
     *
     * @return id of the school
     */
    public Long create(@Valid CreateSchool cmd) {
        if (cmd.authorityId() == null) {
            guard.requireEverywhere(SCHOOL_EDIT);
        } else {
            guard.requireAuthority(SCHOOL_EDIT, cmd.authorityId());
            Find.one(em, Authority.class, cmd.authorityId());
        }
        School school = new School(cmd.authorityId(), cmd.stateCode(), Fold.text(cmd.officialNo()), cmd.facts());
        em.persist(school);
        em.flush();
        history.record(school.ref(), SchoolAction.CREATE, null);
        return school.id();
    }

    /** Changes the facts of a school. */
    public void change(@Valid ChangeSchool cmd) {
        School school = Find.locked(em, School.class, cmd.id());
        guard.require(SCHOOL_EDIT, school.id());
        school.change(cmd.version(), cmd.facts());
        history.record(school.ref(), SchoolAction.CHANGE, null);
    }

    /**
     * Adds a building to a school. The database refuses a second one of the same name: {@code building_name_once}.
     *
     * @return id of the building
     */
    public Long addBuilding(@Valid AddBuilding cmd) {
        School school = Find.one(em, School.class, cmd.schoolId());
        guard.require(ROOM_EDIT, school.id());
        Building building = new Building(school.id(), cmd.name());
        em.persist(building);
        em.flush();
        history.record(school.ref(), SchoolAction.ADD_BUILDING, building.name());
        return building.id();
    }

    /**
     * Adds a room to a building. The database refuses a second one of the same name in the building:
     * {@code room_name_once}.
     *
     * @return id of the room
     */
    public Long addRoom(@Valid AddRoom cmd) {
        Building building = Find.one(em, Building.class, cmd.buildingId());
        guard.require(ROOM_EDIT, building.schoolId());
        Room room = new Room(building, cmd.name(), cmd.floor(), cmd.kind());
        em.persist(room);
        em.flush();
        history.record(new Ref("School", building.schoolId(), building.name()), SchoolAction.ADD_ROOM,
                building.name() + " / " + Fold.text(cmd.name()));
        return room.id();
    }
}
