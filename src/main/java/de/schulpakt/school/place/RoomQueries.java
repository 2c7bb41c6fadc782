package de.schulpakt.school.place;

import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.HistoryEntry;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One room. */
@Queries
public class RoomQueries {
    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    History history;

    private record Row(Long id, Long schoolId, String school, Long buildingId, String building, String name, String floor, RoomKind kind, LocalDate closedOn,
            Integer version) {
        View with(Set<RoomAction> actions, List<HistoryEntry> timeline) {
            return new View(id, schoolId, school, buildingId, building, name, floor, kind, closedOn, version, actions, timeline);
        }
    }

    /**
     * A room.
     *
     * @param closedOn since when it is not used any more, null while it is
     * @param actions  what the asker may do now
     * @param timeline what happened to it, newest first
     */
    public record View(Long id, Long schoolId, String school, Long buildingId, String building, String name, String floor, RoomKind kind, LocalDate closedOn,
            Integer version, Set<RoomAction> actions, List<HistoryEntry> timeline) {
    }

    /**
     * One room, also one that is closed.
     *
     * @throws NotFound if there is none, or the asker may not see the school
     */
    public View view(long id) {
        Row row = Ask.of(em, Row.class, """
                select r.id as id, s.id as schoolId, s.name as school, b.id as buildingId, b.name as building, r.name as name, r.floor as floor_, r.kind as kind,
                    r.closedOn as closedOn, r.version as version
                from Room r join Building b on b.id = r.buildingId join School s on s.id = r.schoolId where r.id = :id""").set("id", id).one()
                .orElseThrow(() -> new NotFound("Room", id));
        try {
            guard.require(SCHOOL_VIEW, row.schoolId());
        } catch (NotFound hidden) {
            throw new NotFound("Room", id);
        }
        Set<RoomAction> actions = EnumSet.noneOf(RoomAction.class);
        if (guard.may(ROOM_EDIT, row.schoolId())) {
            actions.add(RoomAction.CHANGE);
            actions.add(row.closedOn() == null ? RoomAction.CLOSE : RoomAction.REOPEN);
        }
        return row.with(actions, history.of("Room", id));
    }

    /** The rooms of a school that are not used any more, all of them at a place that was given up, by building and name. */
    public List<SchoolQueries.RoomOption> closed(long schoolId) {
        guard.require(SCHOOL_VIEW, schoolId);
        return Ask.of(em, SchoolQueries.RoomOption.class, """
                select r.id as id, r.name as name, b.name as building, r.floor as floor_, r.kind as kind from Room r join Building b on b.id = r.buildingId
                where r.schoolId = :school and (r.closedOn is not null or r.leftOn is not null) order by b.nameKey, b.id, r.nameKey, r.id""").set("school", schoolId).list();
    }
}
