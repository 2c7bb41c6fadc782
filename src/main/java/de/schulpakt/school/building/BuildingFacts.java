package de.schulpakt.school.building;

import static de.schulpakt.identity.Permission.ROOM_EDIT;

import de.schulpakt.identity.Guard;
import de.schulpakt.platform.Actor;
import de.schulpakt.platform.Clock;
import de.schulpakt.platform.Conflict;
import de.schulpakt.platform.NotFound;
import de.schulpakt.platform.Ref;
import de.schulpakt.platform.Refused;
import de.schulpakt.platform.UseCases;
import de.schulpakt.platform.history.History;
import de.schulpakt.platform.history.Said;
import de.schulpakt.platform.row.Ask;
import de.schulpakt.platform.text.Sentence;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What is known of the buildings of schools. */
@UseCases
public class BuildingFacts {
    static final int OLDEST = 1000;
    static final int FASTEST = 100_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Guard guard;
    @Inject
    Actor actor;
    @Inject
    Clock clock;
    @Inject
    History history;

    /**
     * What a building is; what is null is not known.
     *
     * @param version the version that the asker saw, null if nothing was recorded
     * @param mbit    bandwidth in megabits a second
     * @param source  where one knows it from
     */
    public record Describe(Integer version, @Min(OLDEST) Integer builtYear, Listed listed, Fibre fibre, @Min(0) @Max(FASTEST) Integer mbit, Power supply,
            @NotBlank @Size(max = 200) String source) {
    }

    /** Takes the facts of a building away. */
    public record Remove(@NotNull Integer version, @NotBlank @Size(max = 1000) String reason) {
    }

    private record Place(Long schoolId, String school, String name) {
    }

    /**
     * Records what is known of a building, or changes it.
     *
     * @throws NotFound if there is no such building or the asker may not see its school
     * @throws Refused  {@code building_fact.nothing} without any fact, {@code building_fact.year} for a year that is to come
     * @throws Conflict if somebody else has described it meanwhile
     */
    public void describe(long buildingId, @Valid Describe cmd) {
        Place place = place(buildingId);
        if (cmd.builtYear() == null && cmd.listed() == null && cmd.fibre() == null && cmd.mbit() == null && cmd.supply() == null) {
            throw new Refused("building_fact.nothing");
        }
        if (cmd.builtYear() != null && cmd.builtYear() > clock.today().getYear()) {
            throw new Refused("building_fact.year", cmd.builtYear());
        }
        BuildingFact known = em.find(BuildingFact.class, buildingId, LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            if (cmd.version() != null) {
                throw new Conflict(new Ref("Building", buildingId, place.name()));
            }
            em.persist(new BuildingFact(buildingId, cmd, actor.name(), clock.now()));
            em.flush();
        } else {
            known.unlessChangedSince(cmd.version() == null ? -1 : cmd.version());
            known.write(cmd, actor.name(), clock.now());
        }
        history.record(school(place), FactAction.DESCRIBE, Said.that("said.building_fact", place.name(), said(cmd.builtYear()), said(cmd.listed()), said(cmd.fibre()),
                said(cmd.mbit()), said(cmd.supply())).andWords(cmd.source()));
    }

    /** Removes what is known of a building, with the reason. */
    public void remove(long buildingId, @Valid Remove cmd) {
        Place place = place(buildingId);
        BuildingFact known = em.find(BuildingFact.class, buildingId, LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            throw new NotFound("Building", buildingId);
        }
        known.unlessChangedSince(cmd.version());
        em.remove(known);
        em.flush();
        history.record(school(place), FactAction.REMOVE, Said.that("said.building", place.name()).andWords(cmd.reason()));
    }

    private Place place(long buildingId) {
        Place place = Ask.of(em, Place.class, """
                select s.id as schoolId, s.name as school, b.name as name from Building b join School s on s.id = b.schoolId where b.id = :id""")
                .set("id", buildingId).one().orElseThrow(() -> new NotFound("Building", buildingId));
        guard.require(ROOM_EDIT, place.schoolId());
        return place;
    }

    private static Ref school(Place place) {
        return new Ref("School", place.schoolId(), place.school()).ofSchool(place.schoolId());
    }

    private static Object said(Object fact) {
        return fact == null ? Sentence.of("school_year.unknown") : fact;
    }
}
