package de.schulpakt.school.place;

import static de.schulpakt.identity.Permission.ROOM_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.Find;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.text.Fold;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Putting rooms and buildings right, and closing rooms that are not used any more. */
@UseCases
public class Rooms {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Clock clock;
    @Inject
    History history;
    @Inject
    Event<Closing> closing;

    /**
     * Other facts of a room that was seen in this version.
     *
     * @param buildingId the same, or another building of the school
     * @param floor      as it is called there, e.g. EG or 2. OG; may be null
     */
    public record Change(@NotNull Integer version, @NotNull Long buildingId, @NotBlank @Size(max = 80) String name, @Size(max = 20) String floor,
            @NotNull RoomKind kind) {
    }

    /** Closes or opens a room that was seen in this version, with the reason. */
    public record Step(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    /** A room is about to be closed: who has something in it refuses. Fired in the transaction of the step. */
    public record Closing(Ref room) {
    }

    /** Another name for a building that was seen in this version. */
    public record Rename(@NotNull Integer version, @NotBlank @Size(max = 120) String name) {
    }

    /**
     * Changes a room. The database refuses a second one of the same name in the building: {@code room_name_once}.
     *
     * @throws NotFound if there is no such room or building, or the asker may not see the school
     * @throws Refused  {@code room.building} if the building is of another school
     * @throws Conflict if somebody else has changed it meanwhile
     */
    public void change(long id, @Valid Change cmd) {
        Room room = room(id);
        Building building = Find.one(em, Building.class, cmd.buildingId());
        if (!building.schoolId().equals(room.schoolId())) {
            throw new Refused("room.building");
        }
        String before = room.name();
        room.change(cmd, building);
        history.record(room.ref(), RoomAction.CHANGE, before.equals(room.name()) ? Said.that("said.room_at", building.name(), room.floorSaid(), cmd.kind())
                : Said.that("said.renamed", before, room.name()).and("said.room_at", building.name(), room.floorSaid(), cmd.kind()));
    }

    /**
     * A room is not used any more: it is offered nowhere from now on.
     *
     * @throws Refused  {@code room.closed} if it is already, {@code room.used_devices}, {@code room.used_tickets} or {@code room.used_requests}
     *                  while something stands there, is to be done there or was asked for it
     * @throws Conflict if somebody else has changed it meanwhile
     */
    public void close(long id, @Valid Step cmd) {
        Room room = room(id);
        room.close(cmd.version(), clock.today());
        closing.fire(new Closing(room.ref()));
        history.record(room.ref(), RoomAction.CLOSE, Said.words(cmd.reason()));
    }

    /**
     * A room is used again.
     *
     * @throws Refused  {@code room.open} if it is used
     * @throws Conflict if somebody else has changed it meanwhile
     */
    public void reopen(long id, @Valid Step cmd) {
        Room room = room(id);
        room.reopen(cmd.version());
        history.record(room.ref(), RoomAction.REOPEN, Said.words(cmd.reason()));
    }

    /**
     * Names a building otherwise. The database refuses a second one of the same name at the school: {@code building_name_once}.
     *
     * @throws NotFound if there is none, or the asker may not see the school
     * @throws Conflict if somebody else has changed it meanwhile
     */
    public void rename(long buildingId, @Valid Rename cmd) {
        Building building = Find.locked(em, Building.class, buildingId);
        guard.require(ROOM_EDIT, building.schoolId());
        String before = building.name();
        building.rename(cmd.version(), Fold.text(cmd.name()));
        history.record(building.ref(), RoomAction.CHANGE, Said.that("said.renamed", before, building.name()));
    }

    private Room room(long id) {
        Room room = Find.locked(em, Room.class, id);
        guard.require(ROOM_EDIT, room.schoolId());
        return room;
    }
}
