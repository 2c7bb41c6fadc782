package de.schulpakt.school.building;

import static de.schulpakt.identity.Permission.ROOM_EDIT;
import static de.schulpakt.identity.Permission.SCHOOL_VIEW;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Queries;
import de.schulpakt.platform.row.Ask;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/** Questions about what is known of buildings. */
@Queries
public class BuildingFactQueries {
    /**
     * A building and what is known of it.
     *
     * @param version      null if nothing is recorded
     * @param placeVersion version of the building itself
     * @param mayEdit      true if the asker may describe it
     */
    public record View(Long id, Long schoolId, String school, String name, Integer builtYear, Listed listed, Fibre fibre, Integer mbit, Power supply, String source,
            String recordedBy, Instant recordedAt, Integer version, Integer placeVersion, boolean mayEdit) {
    }

    /** What stands in a row. */
    record Stored(Long id, Long schoolId, String school, String name, Integer builtYear, Listed listed, Fibre fibre, Integer mbit, Power supply, String source,
            String recordedBy, Instant recordedAt, Integer version, Integer placeVersion) {
        View with(boolean may) {
            return new View(id, schoolId, school, name, builtYear, listed, fibre, mbit, supply, source, recordedBy, recordedAt, version, placeVersion, may);
        }
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;

    /**
     * One building.
     *
     * @throws NotFound if there is none, or the asker may not see the school
     */
    public View view(long buildingId) {
        Stored view = Ask.of(em, Stored.class, """
                select b.id as id, s.id as schoolId, s.name as school, b.name as name, f.builtYear as builtYear, f.listed as listed, f.fibre as fibre, f.mbit as mbit,
                    f.supply as supply, f.source as source, f.recordedBy as recordedBy, f.recordedAt as recordedAt, f.version as version, b.version as placeVersion
                from Building b join School s on s.id = b.schoolId left join BuildingFact f on f.buildingId = b.id where b.id = :id""").set("id", buildingId).one()
                .orElseThrow(() -> new NotFound("Building", buildingId));
        try {
            guard.require(SCHOOL_VIEW, view.schoolId());
        } catch (NotFound hidden) {
            throw new NotFound("Building", buildingId);
        }
        return view.with(guard.may(ROOM_EDIT, view.schoolId()));
    }
}
